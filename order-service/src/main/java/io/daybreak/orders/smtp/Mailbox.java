package io.daybreak.orders.smtp;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** An address that mail can be sent to and from, by the rule of {@link MailAddress}. */
@Documented
@Constraint(validatedBy = Mailbox.Rule.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Mailbox {

  String message() default
      "is one e-mail address such as name@example.com: no quotes, no letters outside ASCII before"
          + " the @";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};

  /** The rule, for a validator. */
  class Rule implements ConstraintValidator<Mailbox, String> {

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      return text == null || MailAddress.parse(text).isPresent();
    }
  }
}
