package org.postroom.ui.common;

/// The platform's own programs.
public interface Desktop {
  /// Opens a file or page.
  void open(String uri);
}
