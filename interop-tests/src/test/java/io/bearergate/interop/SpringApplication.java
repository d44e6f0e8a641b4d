package io.bearergate.interop;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.bearergate.sample.issuer.Fixtures;
import java.util.List;
import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Spring Authorization Server as its guide sets it up. The one addition is {@code aud}: it knows of
 * no APIs and would name the client.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
class SpringApplication {

  @Bean
  SecurityFilterChain security(HttpSecurity http) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .oauth2AuthorizationServer(
            server ->
                server
                    .oidc(Customizer.withDefaults())
                    .pushedAuthorizationRequestEndpoint(Customizer.withDefaults())
                    .deviceAuthorizationEndpoint(Customizer.withDefaults())
                    .deviceVerificationEndpoint(Customizer.withDefaults()))
        .formLogin(Customizer.withDefaults())
        .build();
  }

  @Bean
  UserDetailsService users() {
    String password = "{noop}" + Fixtures.password("alice");
    return new InMemoryUserDetailsManager(
        User.withUsername("alice").password(password).roles("user").build());
  }

  @Bean
  RegisteredClientRepository clients() {
    return new InMemoryRegisteredClientRepository(SpringClients.registered());
  }

  @Bean
  JWKSource<SecurityContext> keys() {
    return new ImmutableJWKSet<>(new JWKSet(Keys.newSigningKey()));
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> audience() {
    return token -> {
      if (token.getTokenType().equals(OAuth2TokenType.ACCESS_TOKEN)) {
        token.getClaims().audience(List.of(api(token.getAuthorizedScopes())));
      }
    };
  }

  private static String api(Set<String> scopes) {
    boolean billing = scopes.contains("read:bills") || scopes.contains("pay:bills");
    return billing ? Fixtures.BILLING_API : Fixtures.NOTES_API;
  }
}
