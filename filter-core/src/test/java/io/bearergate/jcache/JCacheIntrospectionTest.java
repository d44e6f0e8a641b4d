package io.bearergate.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

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
                    case "get" -> gotten((String) arguments[0]);
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

  @Test
  void waitsHalfASecondForACacheThatHangsAndEndsItsThreadsWhenClosed() {
    long begun = System.nanoTime();

    assertThatThrownBy(() -> answers.find("hanging")).isInstanceOf(RuntimeException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - begun))
        .isBetween(Duration.ofMillis(450), Duration.ofMillis(1500));
    answers.close();

    await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .noneMatch(thread -> thread.getName().contains("introspection-cache")));
  }

  private Object gotten(String key) throws InterruptedException {
    if (key.equals("hanging")) {
      Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
    return entries.get(key);
  }
}
