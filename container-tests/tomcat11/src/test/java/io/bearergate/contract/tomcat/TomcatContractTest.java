package io.bearergate.contract.tomcat;

import io.bearergate.contract.AsyncContract;
import io.bearergate.contract.AttackContract;
import io.bearergate.contract.AuthorizationDetailsContract;
import io.bearergate.contract.BackChannelLogoutContract;
import io.bearergate.contract.BodyContract;
import io.bearergate.contract.ChallengeContract;
import io.bearergate.contract.CheckOrderContract;
import io.bearergate.contract.CorsContract;
import io.bearergate.contract.CredentialsContract;
import io.bearergate.contract.DispatchContract;
import io.bearergate.contract.DpopContract;
import io.bearergate.contract.EncryptedTokensContract;
import io.bearergate.contract.Http2MutualTlsContract;
import io.bearergate.contract.HungIssuerContract;
import io.bearergate.contract.KeyRotationContract;
import io.bearergate.contract.LifecycleContract;
import io.bearergate.contract.MutatedTokensContract;
import io.bearergate.contract.MutualTlsContract;
import io.bearergate.contract.NonceContract;
import io.bearergate.contract.OutageContract;
import io.bearergate.contract.PathContract;
import io.bearergate.contract.PrincipalContract;
import io.bearergate.contract.ProxiesContract;
import io.bearergate.contract.ReplayContract;
import io.bearergate.contract.ResourceMetadataContract;
import io.bearergate.contract.RulesContract;
import io.bearergate.contract.SenderRulesContract;
import io.bearergate.contract.ServletContainer;
import io.bearergate.contract.StepUpContract;
import io.bearergate.contract.TimeContract;
import io.bearergate.contract.VirtualThreadsContract;
import org.junit.jupiter.api.Nested;

/** The filter on embedded Tomcat. */
class TomcatContractTest {

  @Nested
  class Async extends AsyncContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class Attack extends AttackContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class AuthorizationDetails extends AuthorizationDetailsContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class BackChannelLogout extends BackChannelLogoutContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class Body extends BodyContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class Challenge extends ChallengeContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class CheckOrder extends CheckOrderContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class Cors extends CorsContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class Credentials extends CredentialsContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class Dispatch extends DispatchContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class EncryptedTokens extends EncryptedTokensContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class HungIssuer extends HungIssuerContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class KeyRotation extends KeyRotationContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class Lifecycle extends LifecycleContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class MutatedTokens extends MutatedTokensContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class Nonce extends NonceContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class Outage extends OutageContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class Path extends PathContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class Principal extends PrincipalContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class ResourceMetadata extends ResourceMetadataContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class Rules extends RulesContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class StepUp extends StepUpContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class Time extends TimeContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class Dpop extends DpopContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class SenderRules extends SenderRulesContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class MutualTls extends MutualTlsContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class Replay extends ReplayContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class OnVirtualThreads extends VirtualThreadsContract {
    @Override
    protected ServletContainer newContainer() {
      return TomcatContainer.onVirtualThreads();
    }
  }

  @Nested
  class Http2MutualTls extends Http2MutualTlsContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }

  @Nested
  class Proxies extends ProxiesContract {
    @Override
    protected ServletContainer newContainer() {
      return new TomcatContainer();
    }
  }
}
