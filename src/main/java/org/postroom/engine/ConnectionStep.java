package org.postroom.engine;

/// The steps of the connection test, in order.
public enum ConnectionStep {
  FOUND,
  ENCRYPTED,
  SIGNED_IN,
  ALLOWED
}
