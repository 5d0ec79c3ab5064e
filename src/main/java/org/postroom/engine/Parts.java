package org.postroom.engine;

import java.time.InstantSource;
import java.time.ZoneId;
import org.postroom.safety.TextExtractor;
import org.postroom.workspace.Workspace;

/// What the verbs of the engine share.
///
/// @param zone the sender's, for `Date:` and for what day it is
/// @param lists reads recipient lists
/// @param extractor reads the text in files, for the review
/// @param passwords beside the keychain
public record Parts(
    Workspace workspace,
    InstantSource clock,
    ZoneId zone,
    ListReader lists,
    TextExtractor extractor,
    Passwords passwords) {}
