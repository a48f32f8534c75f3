import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Has veraPDF validate files, all in one JVM. A line of the input asks for one file: its path, the profile ("ua1",
 * "2a") and its password, between tabs. A line of the output answers it: how many checks were made, then, after a tab
 * each, the rules that failed: clause, "-", test number, and what went wrong where it first did.
 */
public final class Reference {
  private static final String NO_RULE = "0-0";

  private Reference() {}

  public static void main(String[] ignored) {
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
        .lines()
        .map(Reference::answer)
        .forEach(answers::println);
  }

  private static String answer(String request) {
    String[] asked = request.split("\t", -1);
    try {
      ValidationResult result = validated(new File(asked[0]), PDFAFlavour.byFlavourId(asked[1]), asked[2]);
      Map<String, String> failed = failed(result);
      if (failed.isEmpty() && !result.isCompliant()) {
        failed.put(NO_RULE, "not compliant, and no rule says why");
      }
      return line(result.getTotalAssertions(), failed);
    } catch (Exception error) {
      return line(0, Map.of(NO_RULE, "cannot be read: " + error));
    }
  }

  private static ValidationResult validated(File file, PDFAFlavour profile, String password) throws Exception {
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, profile, password);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
      return validator.validate(parser);
    }
  }

  private static Map<String, String> failed(ValidationResult result) {
    Map<String, String> failed = new TreeMap<>();
    for (TestAssertion assertion : result.getTestAssertions()) {
      if (assertion.getStatus() == TestAssertion.Status.FAILED) {
        RuleId rule = assertion.getRuleId();
        String where = assertion.getLocation().getContext();
        failed.putIfAbsent(rule.getClause() + "-" + rule.getTestNumber(), assertion.getMessage() + " at " + where);
      }
    }
    return failed;
  }

  private static String line(int checks, Map<String, String> failed) {
    StringBuilder line = new StringBuilder().append(checks);
    failed.forEach((rule, fault) -> line.append('\t').append(rule).append(' ').append(fault.replaceAll("\\s+", " ")));
    return line.toString();
  }
}
