# What Daybreak needs around it, for a cluster on one machine: PostgreSQL, ElasticMQ, SMTP and the
# simulators. See k8s/overlays/local.
#
#   mvn package
#   docker build -f docker/local-stack.Dockerfile --build-arg BASE=… -t daybreak/local-stack:1.0.0 .
#
# BASE: any image with glibc, a shell, the user nobody (65534), and a JDK 17 or newer in its path.
ARG BASE
FROM ${BASE}
ARG VERSION=1.0.0
ARG REVISION=unknown
ARG CREATED=unknown
ARG BASE
LABEL org.opencontainers.image.title="Daybreak local stack" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.created="${CREATED}" \
      org.opencontainers.image.base.name="${BASE}"
# What is inside, as CycloneDX.
COPY --chown=0:0 --chmod=444 acceptance/target/bom.json /daybreak-bom.json
COPY --chown=0:0 --chmod=555 acceptance/target/lib /daybreak/lib
COPY --chown=0:0 --chmod=555 acceptance/target/classes /daybreak/classes
# The only folder that is written to, beside /tmp.
VOLUME /data
WORKDIR /data
USER 65534:65534
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=50", "-Ddaybreak.root=/data", \
            "-cp", "/daybreak/classes:/daybreak/lib/*", "io.daybreak.acceptance.Daybreak"]
