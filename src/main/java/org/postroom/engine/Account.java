package org.postroom.engine;

/// An account kept in the workspace; its password is in the platform's keychain, never here.
public record Account(String name, String address, Through.Server server) {}
