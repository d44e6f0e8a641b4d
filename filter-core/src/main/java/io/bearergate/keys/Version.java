package io.bearergate.keys;

import java.net.URI;

/**
 * Which version of a document we have, for asking whether there is another (RFC 9110 §13.1.2).
 *
 * @param address where it came from, at the end of all redirects
 * @param entityTag as the server sent it
 */
record Version(URI address, String entityTag) {}
