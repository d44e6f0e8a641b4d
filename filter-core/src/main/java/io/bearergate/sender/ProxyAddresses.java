package io.bearergate.sender;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The proxies whose headers count: addresses and networks of IPv4 and IPv6. No name is ever looked
 * up. Immutable.
 */
public final class ProxyAddresses {

  /** Nobody. */
  static final ProxyAddresses NONE = new ProxyAddresses(List.of());

  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f]*+:[0-9A-Fa-f:.]++");

  /** So wide is the widest network that anybody puts proxies in: 10.0.0.0/8, fd00::/8. */
  private static final int SHORTEST_PREFIX = 8;

  private static final int BITS_OF_IPV4 = 32;
  private static final int BITS = 128;

  /** How a mapped address begins (RFC 4291 §2.5.5.2): one of IPv4 has no other form here. */
  private static final String MAPPED = "0".repeat(80) + "1".repeat(16);

  private static final String LINK_LOCAL = "1111111010";

  /** The bits that all addresses of a network begin with. */
  private final List<String> networks;

  private ProxyAddresses(List<String> networks) {
    this.networks = List.copyOf(networks);
  }

  /**
   * Reads a list.
   *
   * @param items each an address, or a network as in {@code 10.1.0.0/16}
   * @throws IllegalArgumentException if one is neither, or would trust nearly everybody
   */
  public static ProxyAddresses of(List<String> items) {
    return new ProxyAddresses(items.stream().map(ProxyAddresses::network).toList());
  }

  private static String network(String item) {
    int slash = item.indexOf('/');
    String address = slash < 0 ? item : item.substring(0, slash);
    String bits = bits(address).orElseThrow(() -> noAddress(item));
    if (slash < 0) {
      return bits;
    }
    int most = address.indexOf(':') < 0 ? BITS_OF_IPV4 : BITS;
    String length = item.substring(slash + 1);
    if (!length.matches("0|[1-9]\\d{0,2}") || Integer.parseInt(length) > most) {
      throw noAddress(item);
    }
    int prefix = BITS - most + Integer.parseInt(length);
    String network = bits.substring(0, prefix);
    int given = network.startsWith(MAPPED) ? MAPPED.length() : 0;
    if (prefix - given < SHORTEST_PREFIX || MAPPED.startsWith(network)) {
      throw new IllegalArgumentException(
          "trusts nearly everybody with " + item + ". Name the proxies alone, in /8 at most.");
    }
    if (bits.indexOf('1', prefix) >= 0) {
      throw new IllegalArgumentException(
          "holds " + item + ", whose address goes on behind its prefix. Write the network's own.");
    }
    return network;
  }

  private static IllegalArgumentException noAddress(String item) {
    return new IllegalArgumentException(
        "holds "
            + item
            + ", which is no address. Write addresses or networks: 10.0.0.5, 10.1.0.0/16, fd00::/64.");
  }

  /**
   * Whether {@code address} is one of theirs.
   *
   * @param address as text, an IPv6 one also in brackets; whatever else it is, it is nobody's
   */
  boolean contain(String address) {
    boolean bracketed = address.startsWith("[") && address.endsWith("]");
    String bare = bracketed ? address.substring(1, address.length() - 1) : address;
    int zone = bare.indexOf('%');
    return bits(zone < 0 ? bare : bare.substring(0, zone))
        .filter(bits -> zone < 0 || !bits.startsWith(LINK_LOCAL)) // another host on each link
        .filter(bits -> networks.stream().anyMatch(bits::startsWith))
        .isPresent();
  }

  /** All bits, as digits. */
  private static Optional<String> bits(String address) {
    if (!IPV4.matcher(address).matches() && !IPV6.matcher(address).matches()) {
      return Optional.empty(); // a name, which would be looked up
    }
    try {
      byte[] octets = InetAddress.getByName(address).getAddress();
      StringBuilder bits = new StringBuilder(octets.length == BITS / 8 ? "" : MAPPED);
      for (byte octet : octets) {
        bits.append(Integer.toBinaryString((octet & 0xff) | 0x100), 1, 9);
      }
      return Optional.of(bits.toString());
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }
}
