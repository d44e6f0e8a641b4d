package io.bearergate.sample.issuer;

import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import java.util.List;
import java.util.Map;
import net.minidev.json.JSONArray;
import net.minidev.json.JSONObject;
import net.minidev.json.parser.JSONParser;
import net.minidev.json.parser.ParseException;
import net.minidev.json.writer.JsonReader;
import net.minidev.json.writer.JsonReaderI;

/**
 * Reads JSON in which every member has a name of its own. The SDK's own reader takes the last of
 * two, and another reader down the line might take the first.
 */
final class StrictJson extends JsonReaderI<Object> {

  private static final JsonReader BASE = new JsonReader();

  private StrictJson() {
    super(BASE);
  }

  /**
   * The objects, lists, texts, numbers and truth values in {@code text}.
   *
   * @throws GeneralException with {@code fault}, if it is not JSON or a member is there twice
   */
  static Object read(String text, ErrorObject fault) throws GeneralException {
    try {
      return new JSONParser(JSONParser.MODE_RFC4627).parse(text, new StrictJson());
    } catch (ParseException e) {
      throw new GeneralException("not JSON as it should be", fault, e);
    }
  }

  @Override
  public JsonReaderI<?> startObject(String key) {
    return this;
  }

  @Override
  public JsonReaderI<?> startArray(String key) {
    return this;
  }

  @Override
  public Object createObject() {
    return new JSONObject();
  }

  @Override
  public Object createArray() {
    return new JSONArray();
  }

  @Override
  @SuppressWarnings("unchecked") // made by createObject
  public void setValue(Object object, String name, Object value) throws ParseException {
    Map<String, Object> members = (Map<String, Object>) object;
    if (members.containsKey(name)) {
      throw new ParseException(0, ParseException.ERROR_UNEXPECTED_DUPLICATE_KEY, name);
    }
    members.put(name, value);
  }

  @Override
  @SuppressWarnings("unchecked") // made by createArray
  public void addValue(Object array, Object value) {
    ((List<Object>) array).add(value);
  }

  @Override
  public Object convert(Object read) {
    return read;
  }
}
