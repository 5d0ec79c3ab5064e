package org.postroom.ui.accounts;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.postroom.address.AddressReader;
import org.postroom.address.AddressReading;
import org.postroom.dispatch.Pace;
import org.postroom.engine.Account;
import org.postroom.engine.Through;

/// What is typed about an account, as text, and what it means. No nodes.
final class AccountFields {
  private static final int STARTTLS_PORT = 587;
  private static final int IMPLICIT_PORT = 465;

  private final StringProperty address = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final StringProperty host = new SimpleStringProperty("");
  private final StringProperty port = new SimpleStringProperty("");
  private final StringProperty login = new SimpleStringProperty("");
  private final ObjectProperty<Through.Security> security =
      new SimpleObjectProperty<>(Through.Security.STARTTLS);
  private final StringProperty perMinute = new SimpleStringProperty("");
  private final StringProperty perHour = new SimpleStringProperty("");
  private final StringProperty perDay = new SimpleStringProperty("");
  private final StringProperty source = new SimpleStringProperty("");

  StringProperty address() {
    return address;
  }

  StringProperty password() {
    return password;
  }

  StringProperty host() {
    return host;
  }

  StringProperty port() {
    return port;
  }

  /// The name to sign in with; empty for the address.
  StringProperty login() {
    return login;
  }

  ObjectProperty<Through.Security> security() {
    return security;
  }

  StringProperty perMinute() {
    return perMinute;
  }

  StringProperty perHour() {
    return perHour;
  }

  StringProperty perDay() {
    return perDay;
  }

  /// Where the person found higher limits.
  StringProperty source() {
    return source;
  }

  /// Calls `changed` when anything changes that a connection test is about.
  void whenTested(Runnable changed) {
    for (Property<?> each : List.of(address, password, host, port, login, security)) {
      each.addListener((_, _, _) -> changed.run());
    }
  }

  /// Calls `changed` when a limit or its source changes.
  void whenLimited(Runnable changed) {
    for (Property<?> each : List.of(perMinute, perHour, perDay, source)) {
      each.addListener((_, _, _) -> changed.run());
    }
  }

  void clear() {
    address.set("");
    password.set("");
    login.set("");
    source.set("");
    server(null);
    limits(null);
  }

  void fill(Account account) {
    Through.Server server = account.server();
    address.set(account.address());
    password.set("");
    server(server);
    String user = server.user();
    login.set(user == null || user.equals(account.address()) ? "" : user);
    limits(server.own());
    source.set(account.limitSource());
  }

  void server(Through.@Nullable Server server) {
    host.set(server == null ? "" : server.host());
    security.set(server == null ? Through.Security.STARTTLS : server.security());
    port.set(Integer.toString(server == null ? STARTTLS_PORT : server.port()));
  }

  /// @param own null for the provider's profile
  void limits(@Nullable Pace own) {
    perMinute.set(own == null ? "" : Integer.toString(own.perMinute()));
    perHour.set(own == null ? "" : Integer.toString(own.perHour()));
    perDay.set(own == null ? "" : Integer.toString(own.perDay()));
  }

  /// Another kind of encryption takes its usual port along, where the port was a usual one.
  void secure(Through.Security kind) {
    security.set(kind);
    if (port.get().isEmpty()
        || number(port.get()) == STARTTLS_PORT
        || number(port.get()) == IMPLICIT_PORT) {
      int usual = kind == Through.Security.IMPLICIT_TLS ? IMPLICIT_PORT : STARTTLS_PORT;
      port.set(Integer.toString(usual));
    }
  }

  boolean addressIsOne() {
    String text = address.get().strip();
    return text.indexOf('@') > 0 && AddressReader.read(text) instanceof AddressReading.One;
  }

  /// Plain connections are for this computer alone.
  boolean loopback() {
    return loopback(host.get());
  }

  static boolean loopback(String host) {
    String name = host.strip();
    return name.equalsIgnoreCase("localhost") || name.startsWith("127.") || name.equals("::1");
  }

  /// Empty while something is missing.
  Optional<Through.Server> server() {
    int number = number(port.get());
    String name = host.get().strip();
    boolean plain = security.get() == Through.Security.NONE;
    if (!addressIsOne()
        || name.isEmpty()
        || name.contains(" ")
        || number < 1
        || number > 65_535
        || (plain && !loopback())) {
      return Optional.empty();
    }
    String user = login.get().isBlank() ? address.get().strip() : login.get().strip();
    return Optional.of(
        new Through.Server(name, number, security.get(), user, plain, 1, -1, own().orElse(null)));
  }

  /// The person's own limits; empty for the profile's.
  Optional<Pace> own() {
    int minute = number(perMinute.get());
    int hour = number(perHour.get());
    int day = number(perDay.get());
    return minute < 0 || hour < 0 || day < 0
        ? Optional.empty()
        : Optional.of(new Pace(minute, hour, day));
  }

  /// True where one of the person's own limits is higher than the profile's; 0 is no limit at all.
  boolean raised(Pace profile) {
    return own()
        .filter(
            pace ->
                higher(pace.perMinute(), profile.perMinute())
                    || higher(pace.perHour(), profile.perHour())
                    || higher(pace.perDay(), profile.perDay()))
        .isPresent();
  }

  private static boolean higher(int own, int profile) {
    return profile != 0 && (own == 0 || own > profile);
  }

  /// −1 where it is no whole number.
  static int number(String text) {
    String digits = text.strip();
    return digits.matches("[0-9]{1,7}") ? Integer.parseInt(digits) : -1;
  }
}
