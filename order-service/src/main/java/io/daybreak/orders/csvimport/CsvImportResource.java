package io.daybreak.orders.csvimport;

import io.daybreak.kit.access.Roles;
import io.daybreak.kit.problem.ProblemType;
import io.daybreak.kit.problem.Problems;
import io.daybreak.orders.listing.Listing;
import io.daybreak.orders.listing.PageRequest;
import io.daybreak.orders.shop.ShopAccess;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Past orders from a CSV file. */
@Path("/api/orders")
@RolesAllowed({Roles.MERCHANT, Roles.OPERATOR})
public class CsvImportResource {

  private static final ProblemType FILE_MISSING =
      new ProblemType("csv-file-missing", 400, "The file is missing");
  private static final ProblemType SHOP_MISSING =
      new ProblemType("csv-shop-missing", 400, "The shop is missing");
  private static final ProblemType UNUSABLE =
      new ProblemType("csv-file-unusable", 422, "The file cannot be imported");

  private final CsvUploads uploads;
  private final CsvImports imports;
  private final ShopAccess access;

  CsvImportResource(CsvUploads uploads, CsvImports imports, ShopAccess access) {
    this.uploads = uploads;
    this.imports = imports;
    this.access = access;
  }

  /**
   * Takes a file: 200 with the result if it is soon there, else 202 with where to ask for it.
   *
   * @param shop domain of the shop the orders belong to
   * @param file CSV with the columns of {@link CsvColumn}
   */
  @POST
  @Path("/import")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Uni<Response> upload(
      @QueryParam("shop") @Nullable String shop, @RestForm("file") @Nullable FileUpload file) {
    if (shop == null) {
      throw Problems.of(SHOP_MISSING, "Add the shop's domain to the address, as shop=….");
    }
    if (file == null) {
      throw Problems.of(FILE_MISSING, "Send the CSV as the form's field file.");
    }
    return access
        .require(shop)
        .chain(shopId -> uploads.take(shopId, file.uploadedFile()))
        .chain(imports::get)
        .map(CsvImportResource::answer);
  }

  /** Newest first, without their bad rows. */
  @GET
  @Path("/imports")
  public Uni<Listing<CsvImportView>> list(
      @QueryParam("shop") @Nullable String shop, @BeanParam @Valid PageRequest page) {
    return imports.list(shop, page);
  }

  @GET
  @Path("/imports/{id}")
  public Uni<CsvImportView> get(UUID id) {
    return imports.get(id);
  }

  /**
   * The bad rows with their reasons.
   *
   * @param language ko or en, of the reasons; without it the first one that the reader's browser
   *     accepts
   */
  @GET
  @Path("/imports/{id}/bad-rows")
  @Produces("text/csv;charset=UTF-8")
  public Uni<Response> badRows(
      UUID id,
      @QueryParam("language") @Nullable @Pattern(regexp = "(?i)ko|en") String language,
      @Context HttpHeaders headers) {
    return imports
        .badRowsAsCsv(id, isKorean(language, headers))
        .map(
            csv ->
                Response.ok(csv)
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bad-rows.csv\"")
                    .build());
  }

  private static boolean isKorean(@Nullable String language, HttpHeaders headers) {
    if (language != null) {
      return language.equalsIgnoreCase("ko");
    }
    List<Locale> readers = headers.getAcceptableLanguages();
    return !readers.isEmpty() && readers.get(0).getLanguage().equals("ko");
  }

  private static Response answer(CsvImportView view) {
    return switch (view.state()) {
      case "RUNNING" ->
          Response.accepted(view).location(URI.create("/api/orders/imports/" + view.id())).build();
      case "FAILED" ->
          throw Problems.with(UNUSABLE, String.valueOf(view.reason()))
              .with("importId", view.id())
              .with("code", String.valueOf(view.reasonCode()))
              .with("values", view.reasonValues())
              .with("detailKorean", String.valueOf(view.reasonKorean()))
              .build();
      default -> Response.ok(view).build();
    };
  }
}
