/**
 * How the filter comes into an application: by annotation, file, web.xml or code, never silently
 * not.
 */
@NullMarked
package io.bearergate.contract.doors;

import org.jspecify.annotations.NullMarked;
