package io.daybreak.imports.apikey;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A NAVER access licence with its secret, both sealed, and the people who share it. */
@Entity
@Table(name = "api_key")
class ApiKey {

  @Id UUID id;

  String name;

  @Column(name = "sealed_secret")
  String sealedSecret;

  @Column(name = "created_at", insertable = false, updatable = false)
  Instant createdAt;

  @ElementCollection
  @CollectionTable(name = "api_key_member", joinColumns = @JoinColumn(name = "api_key_id"))
  @Column(name = "subject")
  Set<String> members;

  @Version int version;
}
