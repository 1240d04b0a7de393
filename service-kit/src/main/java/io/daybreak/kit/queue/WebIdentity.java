package io.daybreak.kit.queue;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Keeps what the SDK looks up by name where a pod's own account is who asks AWS (IRSA): it
 * exchanges the account's token for keys at STS. Nothing in the code asks for it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html">Assume
 *     role</a>
 */
@RegisterForReflection(classNames = WebIdentity.EXCHANGE)
final class WebIdentity {

  static final String EXCHANGE =
      "software.amazon.awssdk.services.sts.internal.StsWebIdentityCredentialsProviderFactory";

  private WebIdentity() {}
}
