package io.daybreak.kit.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;

/** The SQS client of every service: one attempt a call, where the SDK's own default is four. */
@ApplicationScoped
class SqsClientConfig {

  @Produces
  @ApplicationScoped
  SqsClient client(SqsClientBuilder builder) {
    return builder
        .overrideConfiguration(
            builder.overrideConfiguration().toBuilder()
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .build())
        .build();
  }

  void close(@Disposes SqsClient client) {
    client.close();
  }
}
