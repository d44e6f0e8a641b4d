package io.bearergate.keys;

import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SignatureException;
import java.security.SignatureSpi;

/** Accelerators that fail, each in its way, at the moment of verifying. */
final class FaultyProvider extends Provider {

  private static final long serialVersionUID = 1;

  FaultyProvider(Class<? extends SignatureSpi> signature) {
    super("Faulty", "1", "");
    offer(this, signature);
  }

  static void offer(Provider provider, Class<? extends SignatureSpi> signature) {
    for (String name : new String[] {"SHA256withRSA", "Ed25519"}) {
      provider.put("Signature." + name, signature.getName());
    }
  }

  /** Fails before the self-test is over. */
  public static final class Throwing extends Provider {
    private static final long serialVersionUID = 1;

    public Throwing() {
      super("Throwing", "1", "");
      offer(this, Broken.class);
    }
  }

  /** Takes whatever it is given. */
  public static final class Credulous extends Provider {
    private static final long serialVersionUID = 1;

    public Credulous() {
      super("Credulous", "1", "");
      offer(this, Yes.class);
    }
  }

  /** Throws what no signature is to blame for. */
  public static final class Broken extends Spi {
    @Override
    protected boolean engineVerify(byte[] signature) {
      throw new IllegalStateException("native context lost");
    }
  }

  /** The same as an Error. */
  public static final class Unlinked extends Spi {
    @Override
    protected boolean engineVerify(byte[] signature) {
      throw new UnsatisfiedLinkError("verify");
    }
  }

  /** Blames the signature. */
  public static final class Blaming extends Spi {
    @Override
    protected boolean engineVerify(byte[] signature) throws SignatureException {
      throw new SignatureException("malformed");
    }
  }

  /** Believes everything. */
  public static final class Yes extends Spi {
    @Override
    protected boolean engineVerify(byte[] signature) {
      return true;
    }
  }

  abstract static class Spi extends SignatureSpi {
    @Override
    protected void engineInitVerify(PublicKey key) {}

    @Override
    protected void engineInitSign(PrivateKey key) {
      throw new UnsupportedOperationException();
    }

    @Override
    protected void engineUpdate(byte octet) {}

    @Override
    protected void engineUpdate(byte[] octets, int from, int length) {}

    @Override
    protected byte[] engineSign() {
      throw new UnsupportedOperationException();
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
}
