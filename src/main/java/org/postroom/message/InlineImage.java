package org.postroom.message;

/// An image that the HTML shows by `cid:` (RFC 2392). It went through the same admission as an
/// attachment.
///
/// @param source the `src` as it stands in the HTML, for example `img/logo.png`
/// @param image the admitted file
public record InlineImage(String source, Attachment image) {}
