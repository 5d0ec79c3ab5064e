package org.postroom.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.postroom.dispatch.StopSignal;

/// What the command line finds around itself; tests give their own.
///
/// @param out standard output: what was asked for, nothing else
/// @param err standard error: messages for people
/// @param environment the environment's variables
/// @param terminal true where a person sits there and sees `err`
/// @param password asks for a password with this prompt; empty where nobody can be asked
/// @param stop pressed by SIGINT and SIGTERM
public record Surroundings(
    PrintWriter out,
    PrintWriter err,
    Map<String, String> environment,
    boolean terminal,
    Function<String, Optional<char[]>> password,
    StopSignal stop) {}
