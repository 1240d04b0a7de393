# The same service on a JVM, for a debugger or a profiler; see native.Dockerfile.
#
#   mvn package
#   docker build -f docker/jvm.Dockerfile --build-arg BASE=… --build-arg SERVICE=import-service -t daybreak/import-service:1.0.0-jvm .
#
# BASE: any image with a Java 17 or newer in its path.
ARG BASE
FROM ${BASE}
ARG SERVICE
ARG VERSION=1.0.0
ARG REVISION=unknown
ARG CREATED=unknown
ARG BASE
LABEL org.opencontainers.image.title="Daybreak ${SERVICE} (JVM)" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}" \
      org.opencontainers.image.base.name="${BASE}"
# What is inside, as CycloneDX.
COPY --chown=0:0 --chmod=444 ${SERVICE}/target/bom.json /daybreak-bom.json
COPY --chown=0:0 --chmod=555 ${SERVICE}/target/quarkus-app /daybreak
WORKDIR /daybreak
USER 65534:65534
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-XX:+ExitOnOutOfMemoryError", "-jar", "quarkus-run.jar"]
