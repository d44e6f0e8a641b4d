package io.bearergate.config;

/**
 * One thing wrong with the settings.
 *
 * @param key the setting as it stands in its source
 * @param text what is wrong and what to write; further lines say more; no secret in it
 */
record ConfigProblem(String key, String text) {}
