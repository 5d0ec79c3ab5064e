package org.postroom.app;

/// The entry point of the window and of the command line.
public final class Main {
  private Main() {}

  /// Starts Postroom.
  ///
  /// @param args the command line; empty for the window
  public static void main(String[] args) {
    System.out.println(greeting());
  }

  static String greeting() {
    return "Postroom";
  }
}
