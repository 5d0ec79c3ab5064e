package org.postroom.dispatch;

/// Port: told what is said on the connections, while somebody looks. What is told has neither
/// secrets nor addresses in it, and of a letter its size only. Called on the threads that send, by
/// several at a time. Must be quick.
public interface Dialogue {
  /// Asked before each line; where it is false nothing is prepared.
  boolean wanted();

  /// A command, as it left.
  ///
  /// @param connection from 1 on; the number of one that ended is given again
  void said(int connection, String line);

  /// A reply, its lines joined.
  void heard(int connection, String line);

  /// The connection ended.
  void ended(int connection);

  /// Nobody looks.
  Dialogue NONE =
      new Dialogue() {
        @Override
        public boolean wanted() {
          return false;
        }

        @Override
        public void said(int connection, String line) {}

        @Override
        public void heard(int connection, String line) {}

        @Override
        public void ended(int connection) {}
      };
}
