package org.postroom.ui.common;

import org.kordamp.ikonli.javafx.FontIcon;

/// The icons of the Feather pack that Postroom uses, by what they mean.
public final class Icons {
  public static final String PEOPLE = "fth-users";
  public static final String LEFT_OUT = "fth-user-minus";
  public static final String NOT_WRITTEN_TO = "fth-user-x";
  public static final String MESSAGE = "fth-mail";
  public static final String UNSEEN = "fth-eye-off";
  public static final String SEEN = "fth-eye";
  public static final String DRAFT = "fth-edit-2";
  public static final String BLOCKED = "fth-alert-octagon";
  public static final String STOP = "fth-octagon";
  public static final String WARNING = "fth-alert-triangle";
  public static final String INFO = "fth-info";
  public static final String CHECKED = "fth-check-circle";
  public static final String TICK = "fth-check";
  public static final String CROSS = "fth-x";
  public static final String CROSS_CIRCLE = "fth-x-circle";
  public static final String HELD = "fth-pause-circle";
  public static final String CLOCK = "fth-clock";
  public static final String SEND = "fth-send";
  public static final String QUESTION = "fth-help-circle";
  public static final String PRACTICE = "fth-box";
  public static final String REAL_MAIL = "fth-globe";
  public static final String LOCK = "fth-lock";
  public static final String ADDRESS = "fth-at-sign";
  public static final String BIN = "fth-trash-2";
  public static final String MAILSHOTS = "fth-inbox";
  public static final String SETTINGS = "fth-settings";
  public static final String MORE = "fth-more-horizontal";
  public static final String BACK = "fth-arrow-left";
  public static final String FORWARD = "fth-arrow-right";
  public static final String CHEVRON_LEFT = "fth-chevron-left";
  public static final String CHEVRON_RIGHT = "fth-chevron-right";
  public static final String CHEVRON_UP = "fth-chevron-up";
  public static final String CHEVRON_DOWN = "fth-chevron-down";
  public static final String PLUS = "fth-plus";
  public static final String SEARCH = "fth-search";
  public static final String FILE = "fth-file-text";
  public static final String FOLDER = "fth-folder";
  public static final String UPLOAD = "fth-upload";
  public static final String PASTE = "fth-clipboard";
  public static final String REFRESH = "fth-refresh-cw";
  public static final String RETRY = "fth-rotate-cw";
  public static final String UNDO = "fth-rotate-ccw";
  public static final String REDO = "fth-rotate-cw";
  public static final String BOLD = "fth-bold";
  public static final String ITALIC = "fth-italic";
  public static final String LIST = "fth-list";
  public static final String LINK = "fth-link";
  public static final String IMAGE = "fth-image";
  public static final String ATTACH = "fth-paperclip";
  public static final String FILTER = "fth-filter";
  public static final String SHIELD = "fth-shield";
  public static final String LOADING = "fth-loader";
  public static final String REPLY = "fth-corner-up-left";
  public static final String SERVER = "fth-server";
  public static final String TEXT = "fth-type";
  public static final String DESKTOP = "fth-monitor";
  public static final String DARK = "fth-moon";
  public static final String PHONE = "fth-smartphone";
  public static final String PLAIN = "fth-align-left";
  public static final String SOURCE = "fth-code";
  public static final String EXTREMES = "fth-maximize-2";
  public static final String PRINT = "fth-printer";
  public static final String DOWNLOAD = "fth-download";
  public static final String ARCHIVE = "fth-archive";
  public static final String COPY = "fth-copy";
  public static final String SIGN_IN = "fth-log-in";
  public static final String OPEN = "fth-circle";
  public static final String PERSON_CHECKED = "fth-user-check";

  private Icons() {}

  /// An icon of 16, the size beside text.
  public static FontIcon of(String name) {
    return sized(name, 16);
  }

  /// An icon of 14, for dense rows.
  public static FontIcon small(String name) {
    return sized(name, 14);
  }

  /// An icon of 20, for cards.
  public static FontIcon large(String name) {
    return sized(name, 20);
  }

  /// An icon of any size. It follows the text colour of what it stands in; the `icon-…` classes of
  /// the style sheet give it another.
  public static FontIcon sized(String name, int size) {
    FontIcon icon = new FontIcon(name);
    icon.getStyleClass().add("pr-icon-" + size);
    // What an icon means is always said in words beside it, or by its control's accessible text.
    icon.setFocusTraversable(false);
    return icon;
  }
}
