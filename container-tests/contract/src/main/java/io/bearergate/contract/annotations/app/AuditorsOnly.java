package io.bearergate.contract.annotations.app;

import io.bearergate.jakarta.RequiresPermission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Carries one of ours. */
@RequiresPermission("audit")
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AuditorsOnly {}
