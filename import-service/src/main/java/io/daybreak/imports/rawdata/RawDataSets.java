package io.daybreak.imports.rawdata;

import io.daybreak.imports.paging.Page;
import io.daybreak.imports.paging.PageQuery;
import io.daybreak.imports.status.RunStatus;
import io.daybreak.imports.status.RunStatuses;
import io.daybreak.imports.status.UnknownSet;
import io.daybreak.kit.access.Audit;
import io.daybreak.kit.access.Caller;
import io.daybreak.kit.access.Deed;
import io.daybreak.kit.access.Scope;
import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sets that a caller may see: their organisations', or all for operators. */
@ApplicationScoped
class RawDataSets implements PanacheRepositoryBase<RawDataSet, UUID> {

  /** The one rule of what may be found. */
  private static final String IN_SCOPE =
      "deletedAt is null and (:everybody = true or organisationId in (:organisations))";

  private final Caller caller;
  private final Audit audit;
  private final RunStatuses statuses;

  RawDataSets(Caller caller, Audit audit, RunStatuses statuses) {
    this.caller = caller;
    this.audit = audit;
    this.statuses = statuses;
  }

  @WithSession
  Uni<Page<RawDataView>> page(RawDataQuery query, PageQuery page) {
    PanacheQuery<RawDataSet> sets = matching(query).page(page.page(), page.size());
    return sets.count()
        .chain(
            total ->
                sets.list()
                    .chain(this::views)
                    .map(views -> new Page<>(views, page.page(), page.size(), total)));
  }

  @WithSession
  Uni<RawDataView> view(UUID id) {
    return visible(id).chain(set -> views(List.of(set))).map(views -> views.get(0));
  }

  @WithSession
  Uni<RawDataSet> one(UUID id) {
    return visible(id);
  }

  @WithTransaction
  Uni<Void> schedule(UUID id, Schedule schedule) {
    return visible(id)
        .invoke(schedule::applyTo)
        .chain(
            set ->
                audit.write(
                    Deed.of("raw-data.scheduled", set.organisationId, id)
                        .to(
                            new JsonObject()
                                .put("enabled", set.scheduleEnabled)
                                .put("updateDays", set.updateDays))));
  }

  private Uni<RawDataSet> visible(UUID id) {
    return find("id = :id and " + IN_SCOPE, scope().and("id", id))
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(UnknownSet::problem)
        .invoke(set -> caller.requireScope(set.organisationId));
  }

  private PanacheQuery<RawDataSet> matching(RawDataQuery query) {
    PanacheQuery<RawDataSet> sets = find(IN_SCOPE, query.sort().sort(), scope());
    if (query.format() != null) {
      sets = sets.filter(RawDataSet.OF_FORMAT, Map.of("format", query.format().name()));
    }
    if (query.state() != null) {
      sets = sets.filter(RawDataSet.IN_STATE, Map.of("code", query.state().code()));
    }
    if (query.text() != null && !query.text().isBlank()) {
      sets = sets.filter(RawDataSet.MATCHING, Map.of("text", query.text().strip()));
    }
    return sets;
  }

  private Parameters scope() {
    Scope scope = caller.readable();
    return Parameters.with("everybody", scope instanceof Scope.Everybody)
        .and("organisations", List.of(scope.parameter()));
  }

  private Uni<List<RawDataView>> views(List<RawDataSet> sets) {
    return statuses
        .of(new Scope.Everybody(), sets.stream().map(set -> set.id).toList())
        .map(found -> found.stream().collect(Collectors.toMap(RunStatus::id, Function.identity())))
        .map(byId -> sets.stream().map(set -> RawDataView.of(set, byId.get(set.id))).toList());
  }
}
