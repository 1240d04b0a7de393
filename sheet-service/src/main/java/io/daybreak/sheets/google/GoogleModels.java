package io.daybreak.sheets.google;

import com.google.api.client.googleapis.json.GoogleJsonError;
import com.google.api.client.googleapis.json.GoogleJsonErrorContainer;
import com.google.api.client.googleapis.services.AbstractGoogleClientRequest;
import com.google.api.client.googleapis.services.json.AbstractGoogleJsonClientRequest;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.json.GenericJson;
import com.google.api.client.json.webtoken.JsonWebSignature;
import com.google.api.client.json.webtoken.JsonWebToken;
import com.google.api.client.util.GenericData;
import com.google.api.services.sheets.v4.Sheets;
import com.google.api.services.sheets.v4.SheetsRequest;
import com.google.api.services.sheets.v4.model.AddSheetRequest;
import com.google.api.services.sheets.v4.model.AppendDimensionRequest;
import com.google.api.services.sheets.v4.model.BatchGetValuesResponse;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.BatchUpdateSpreadsheetResponse;
import com.google.api.services.sheets.v4.model.CellData;
import com.google.api.services.sheets.v4.model.CellFormat;
import com.google.api.services.sheets.v4.model.CopyPasteRequest;
import com.google.api.services.sheets.v4.model.CopySheetToAnotherSpreadsheetRequest;
import com.google.api.services.sheets.v4.model.DeleteDimensionRequest;
import com.google.api.services.sheets.v4.model.DeleteSheetRequest;
import com.google.api.services.sheets.v4.model.DeveloperMetadata;
import com.google.api.services.sheets.v4.model.DimensionRange;
import com.google.api.services.sheets.v4.model.ExtendedValue;
import com.google.api.services.sheets.v4.model.GetSpreadsheetByDataFilterRequest;
import com.google.api.services.sheets.v4.model.GridProperties;
import com.google.api.services.sheets.v4.model.GridRange;
import com.google.api.services.sheets.v4.model.MergeCellsRequest;
import com.google.api.services.sheets.v4.model.NamedRange;
import com.google.api.services.sheets.v4.model.NumberFormat;
import com.google.api.services.sheets.v4.model.RepeatCellRequest;
import com.google.api.services.sheets.v4.model.Request;
import com.google.api.services.sheets.v4.model.RowData;
import com.google.api.services.sheets.v4.model.Sheet;
import com.google.api.services.sheets.v4.model.SheetProperties;
import com.google.api.services.sheets.v4.model.Spreadsheet;
import com.google.api.services.sheets.v4.model.SpreadsheetProperties;
import com.google.api.services.sheets.v4.model.UpdateCellsRequest;
import com.google.api.services.sheets.v4.model.UpdateSheetPropertiesRequest;
import com.google.api.services.sheets.v4.model.UpdateValuesResponse;
import com.google.api.services.sheets.v4.model.ValueRange;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What Google's client fills and reads by reflection, for the native image: the requests with their
 * query parameters, and every model class the product uses. A test fails when one is missing.
 */
@RegisterForReflection(
    targets = {
      // The client itself
      AbstractGoogleClientRequest.class,
      AbstractGoogleJsonClientRequest.class,
      GenericData.class,
      GenericJson.class,
      GenericUrl.class,
      GoogleJsonError.class,
      GoogleJsonError.Details.class,
      GoogleJsonError.ErrorInfo.class,
      GoogleJsonError.ParameterViolations.class,
      GoogleJsonErrorContainer.class,
      HttpHeaders.class,
      JsonWebSignature.Header.class,
      JsonWebToken.Header.class,
      JsonWebToken.Payload.class,
      // The calls
      Sheets.class,
      SheetsRequest.class,
      Sheets.Spreadsheets.BatchUpdate.class,
      Sheets.Spreadsheets.Get.class,
      Sheets.Spreadsheets.GetByDataFilter.class,
      Sheets.Spreadsheets.SheetsOperations.CopyTo.class,
      Sheets.Spreadsheets.Values.BatchGet.class,
      Sheets.Spreadsheets.Values.Update.class,
      // The models
      AddSheetRequest.class,
      AppendDimensionRequest.class,
      BatchGetValuesResponse.class,
      BatchUpdateSpreadsheetRequest.class,
      BatchUpdateSpreadsheetResponse.class,
      CellData.class,
      CellFormat.class,
      CopyPasteRequest.class,
      CopySheetToAnotherSpreadsheetRequest.class,
      DeleteDimensionRequest.class,
      DeleteSheetRequest.class,
      DeveloperMetadata.class,
      DimensionRange.class,
      ExtendedValue.class,
      GetSpreadsheetByDataFilterRequest.class,
      GridProperties.class,
      GridRange.class,
      MergeCellsRequest.class,
      NamedRange.class,
      NumberFormat.class,
      RepeatCellRequest.class,
      Request.class,
      RowData.class,
      Sheet.class,
      SheetProperties.class,
      Spreadsheet.class,
      SpreadsheetProperties.class,
      UpdateCellsRequest.class,
      UpdateSheetPropertiesRequest.class,
      UpdateValuesResponse.class,
      ValueRange.class
    })
final class GoogleModels {

  private GoogleModels() {}
}
