package io.bearergate.contract;

import java.lang.StackWalker.StackFrame;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A security provider that stands first, verifies by the JDK's own, and records from where it was
 * asked to.
 */
final class RecordingProvider extends Provider {

  private static final long serialVersionUID = 1L;
  private static final String NAME = "BearergateRecording";
  private static final AtomicReference<List<StackFrame>> LAST = new AtomicReference<>(List.of());

  RecordingProvider() {
    super(NAME, "1", "records who verifies");
    offer("SHA256withRSA", RsaSha256.class);
    offer("SHA256withECDSA", EcdsaSha256.class);
    offer("SHA256withECDSAinP1363Format", EcdsaSha256P1363.class);
    offer("EdDSA", EdDsa.class);
    offer("Ed25519", Ed25519.class);
  }

  private void offer(String algorithm, Class<? extends SignatureSpi> implementation) {
    put("Signature." + algorithm, implementation.getName());
  }

  /** What stood on the stack when a signature was verified last, innermost first. */
  static List<StackFrame> lastVerification() {
    return Objects.requireNonNull(LAST.get());
  }

  static void register() {
    Security.insertProviderAt(new RecordingProvider(), 1);
  }

  static void unregister() {
    Security.removeProvider(NAME);
  }

  /** Hands everything to the JDK's implementation. */
  abstract static class Recording extends SignatureSpi {

    private final Signature real;

    Recording(String algorithm, String provider) throws GeneralSecurityException {
      real = Signature.getInstance(algorithm, provider);
    }

    @Override
    protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
      real.initVerify(key);
    }

    @Override
    protected void engineUpdate(byte octet) throws SignatureException {
      real.update(octet);
    }

    @Override
    protected void engineUpdate(byte[] octets, int from, int length) throws SignatureException {
      real.update(octets, from, length);
    }

    @Override
    protected boolean engineVerify(byte[] signature) throws SignatureException {
      LAST.set(StackWalker.getInstance().walk(frames -> frames.toList()));
      return real.verify(signature);
    }

    @Override
    protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
      real.initSign(key);
    }

    @Override
    protected byte[] engineSign() throws SignatureException {
      return real.sign();
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {
      throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new UnsupportedOperationException();
    }
  }

  /** RS256. */
  public static final class RsaSha256 extends Recording {
    public RsaSha256() throws GeneralSecurityException {
      super("SHA256withRSA", "SunRsaSign");
    }
  }

  /** ES256 in DER. */
  public static final class EcdsaSha256 extends Recording {
    public EcdsaSha256() throws GeneralSecurityException {
      super("SHA256withECDSA", "SunEC");
    }
  }

  /** ES256 as JWS has it. */
  public static final class EcdsaSha256P1363 extends Recording {
    public EcdsaSha256P1363() throws GeneralSecurityException {
      super("SHA256withECDSAinP1363Format", "SunEC");
    }
  }

  /** EdDSA of either curve. */
  public static final class EdDsa extends Recording {
    public EdDsa() throws GeneralSecurityException {
      super("EdDSA", "SunEC");
    }
  }

  /** Ed25519 by its own name. */
  public static final class Ed25519 extends Recording {
    public Ed25519() throws GeneralSecurityException {
      super("Ed25519", "SunEC");
    }
  }
}
