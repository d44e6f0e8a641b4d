package io.bearergate.config;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads under which identifier this API publishes its metadata, and whether it does. */
record ResourceReader(SettingReader reader) {

  /** The resource to publish; empty when none is, or when there is a problem. */
  Optional<ProtectedResource> read() {
    Optional<String> named = reader.readIfSet(Setting.RESOURCE, AddressText::resource);
    boolean published =
        reader.read(Setting.RESOURCE_METADATA, WordText.oneOf("on", "off")).equals("on");
    if (!published) {
      return Optional.empty();
    }
    Optional<String> identifier = reader.values().isSet(Setting.RESOURCE) ? named : firstAudience();
    if (identifier.isEmpty() && !reader.values().isSet(Setting.RESOURCE)) {
      reader.object(
          Setting.RESOURCE_METADATA,
          "wants an address of this API, and the first audience is none, or not that of all"
              + " issuers."
              + " Add the line: resource=https://HOST/PATH");
    }
    return identifier.map(known -> new ProtectedResource(known, ""));
  }

  private Optional<String> firstAudience() {
    SettingValues plain = reader.values();
    if (plain.isSet(Setting.AUDIENCE)) {
      return plain.of(Setting.AUDIENCE).flatMap(ResourceReader::first);
    }
    Set<Optional<String>> ofBlocks =
        plain.blocks().stream()
            .map(block -> plain.ofBlock(block).of(Setting.AUDIENCE).flatMap(ResourceReader::first))
            .collect(Collectors.toSet());
    return ofBlocks.size() == 1 ? ofBlocks.iterator().next() : Optional.empty();
  }

  /** An audience need not be an address. */
  private static Optional<String> first(SettingValue audiences) {
    try {
      return ListText.parted(audiences.text()).stream().findFirst().map(AddressText::resource);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
