package org.postroom.cli;

import picocli.CommandLine.Command;

/// `postroom` itself, which does nothing without a verb.
@Command(name = "postroom")
final class RootCommand {}
