package io.daybreak.uploads.warehouse;

import io.daybreak.uploads.CsvConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.GlueClientBuilder;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** The clients of S3 and Glue: one attempt a call, where the SDK's own default is four. */
@ApplicationScoped
class AwsClients {

  @Produces
  @ApplicationScoped
  S3Client s3(S3ClientBuilder builder) {
    return builder
        .overrideConfiguration(
            builder.overrideConfiguration().toBuilder()
                .retryStrategy(AwsRetryStrategy.doNotRetry())
                .build())
        .build();
  }

  void close(@Disposes S3Client client) {
    client.close();
  }

  @Produces
  @ApplicationScoped
  GlueClient glue(CsvConfig config) {
    GlueClientBuilder builder =
        GlueClient.builder()
            .region(Region.of(config.awsRegion()))
            .httpClientBuilder(ApacheHttpClient.builder())
            .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()));
    config.glueEndpoint().ifPresent(builder::endpointOverride);
    if (config.glueAccessKey().isPresent()) {
      builder.credentialsProvider(
          StaticCredentialsProvider.create(
              AwsBasicCredentials.create(
                  config.glueAccessKey().get(), config.glueSecretKey().orElseThrow())));
    } else {
      builder.credentialsProvider(DefaultCredentialsProvider.builder().build());
    }
    return builder.build();
  }

  void close(@Disposes GlueClient client) {
    client.close();
  }
}
