package org.postroom.workspace;

import java.nio.file.Path;
import java.time.Instant;
import org.postroom.message.MailshotId;

/// A document that was met in this workspace.
///
/// @param path absolute; where it lay last
/// @param people in the list when it was last saved or planned
/// @param changed when it was last saved or planned
public record KnownMailshot(
    MailshotId id, Path path, String name, String subject, int people, Instant changed) {}
