package org.postroom.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// The accounts' passwords: in the platform's keychain, and where there is none in a file for each
/// account, encrypted with AES-256-GCM under a key from a passphrase (PBKDF2-HMAC-SHA-256). The
/// workspace never holds a password in clear.
///
/// File: version 1 (one byte), iterations (four bytes), salt (16), nonce (12), cipher text and tag;
/// everything before the cipher text and the account's name are authenticated with it.
public final class PasswordStore {
  private static final byte VERSION = 1;
  private static final int ITERATIONS = 600_000;
  private static final int SALT = 16;
  private static final int NONCE = 12;
  private static final int HEAD = 1 + 4 + SALT + NONCE;
  private static final int TAG_BITS = 128;

  private final Path folder;
  private final Keychain keychain;
  private final String prefix;

  /// @param workspace the workspace's name in the keychain
  PasswordStore(Path folder, Keychain keychain, String workspace) {
    this.folder = folder;
    this.keychain = keychain;
    this.prefix = "password/" + workspace + "/";
  }

  /// From the keychain. The caller blanks the array.
  public Optional<char[]> get(String account) {
    return keychain.get(prefix + account);
  }

  /// Into the keychain.
  ///
  /// @return false where there is none that keeps it; then [#putEncrypted] needs a passphrase
  public boolean put(String account, char[] password) {
    return keychain.put(prefix + account, password);
  }

  /// True where the computer has a keychain; whether it keeps something is known only by [#put].
  public boolean hasKeychain() {
    return !keychain.equals(Keychain.NONE);
  }

  /// True where there is an encrypted password, which a passphrase opens.
  public boolean isEncrypted(String account) {
    return Files.exists(file(account));
  }

  /// What an encrypted password opened to.
  public sealed interface Opened {
    /// The receiver blanks the array.
    final class Password implements Opened {
      private final char[] password;

      Password(char[] password) {
        this.password = password;
      }

      public char[] password() {
        return password;
      }
    }

    /// The passphrase is another one, or the file was damaged: the two cannot be told apart.
    record WrongPassphrase() implements Opened {}

    record NotThere() implements Opened {}
  }

  public Opened getEncrypted(String account, char[] passphrase) throws WorkspaceException {
    Path file = file(account);
    try {
      if (Files.notExists(file)) {
        return new Opened.NotThere();
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length < HEAD || bytes[0] != VERSION) {
        return new Opened.WrongPassphrase();
      }
      byte[] head = Arrays.copyOf(bytes, HEAD);
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, account, passphrase, head);
      byte[] clear = cipher.doFinal(bytes, HEAD, bytes.length - HEAD);
      CharBuffer chars = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(clear));
      char[] password = new char[chars.remaining()];
      chars.get(password);
      Arrays.fill(clear, (byte) 0);
      Arrays.fill(chars.array(), '\0');
      return new Opened.Password(password);
    } catch (AEADBadTagException e) {
      return new Opened.WrongPassphrase();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    } catch (IOException e) {
      throw WorkspaceException.of(file, e);
    }
  }

  public void putEncrypted(String account, char[] password, char[] passphrase)
      throws WorkspaceException {
    byte[] salt = new byte[SALT + NONCE];
    new SecureRandom().nextBytes(salt);
    byte[] head = ByteBuffer.allocate(HEAD).put(VERSION).putInt(ITERATIONS).put(salt).array();
    ByteBuffer clear = ByteBuffer.allocate(password.length * 4);
    StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(password), clear, true);
    Path file = file(account);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, account, passphrase, head);
      byte[] sealed = cipher.doFinal(clear.array(), 0, clear.position());
      byte[] whole = ByteBuffer.allocate(HEAD + sealed.length).put(head).put(sealed).array();
      PrivateFiles.replace(file, whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    } catch (IOException e) {
      throw WorkspaceException.of(file, e);
    } finally {
      Arrays.fill(clear.array(), (byte) 0);
    }
  }

  /// From the keychain and from the file.
  public void remove(String account) throws WorkspaceException {
    keychain.remove(prefix + account);
    try {
      Files.deleteIfExists(file(account));
    } catch (IOException e) {
      throw WorkspaceException.of(file(account), e);
    }
  }

  private static Cipher cipher(int mode, String account, char[] passphrase, byte[] head)
      throws GeneralSecurityException {
    ByteBuffer read = ByteBuffer.wrap(head, 1, head.length - 1);
    int iterations = read.getInt();
    byte[] salt = new byte[SALT];
    byte[] nonce = new byte[NONCE];
    read.get(salt).get(nonce);
    PBEKeySpec spec = new PBEKeySpec(passphrase, salt, Math.clamp(iterations, 1, 10_000_000), 256);
    byte[] key =
        SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    spec.clearPassword();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    Arrays.fill(key, (byte) 0);
    cipher.updateAAD(head);
    cipher.updateAAD(account.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private Path file(String account) {
    return folder.resolve("password-" + Digests.sha256(account).substring(0, 32));
  }
}
