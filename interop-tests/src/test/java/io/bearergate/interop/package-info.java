/**
 * The sample with authorization servers that nobody here wrote: the same clients walk the same
 * flows to the same API, and only the addresses, the client credentials and the user differ.
 */
package io.bearergate.interop;
