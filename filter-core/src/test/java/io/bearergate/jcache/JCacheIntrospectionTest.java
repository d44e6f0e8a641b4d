package io.bearergate.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.cache.Cache;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class JCacheIntrospectionTest {

  private final Map<Object, Object> entries = new HashMap<>();

  /** One that knows no other methods. */
  @SuppressWarnings("unchecked")
  private final Cache<String, String> cache =
      (Cache<String, String>)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {Cache.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "get" -> entries.get(arguments[0]);
                    case "put" -> entries.put(arguments[0], arguments[1]);
                    default -> throw new UnsupportedOperationException(method.getName());
                  });

  @AutoClose private final JCacheIntrospection answers = JCacheIntrospection.over(cache);

  @Test
  void findsWhatAnotherNodeKept() {
    answers.keep("key", "answer", Duration.ofMinutes(1));

    assertThat(answers.find("key")).contains("answer");
  }

  @Test
  void findsNothingThatNobodyKept() {
    assertThat(answers.find("key")).isEmpty();
  }
}
