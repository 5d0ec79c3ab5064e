package org.postroom.engine;

import java.time.InstantSource;
import java.time.ZoneId;
import org.postroom.dispatch.Waiting;
import org.postroom.safety.TextExtractor;
import org.postroom.workspace.Workspace;

/// What the verbs of the engine share.
///
/// @param zone the sender's, for `Date:` and for what day it is
/// @param waiting lets time pass while letters are held or paced
/// @param lists reads recipient lists
/// @param extractor reads the text in files, for the review
/// @param passwords beside the keychain
/// @param user who sits at the computer, as it calls them; empty where unknown
public record Parts(
    Workspace workspace,
    InstantSource clock,
    ZoneId zone,
    Waiting waiting,
    ListReader lists,
    TextExtractor extractor,
    Passwords passwords,
    String user) {}
