package org.postroom.safety.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.postroom.finding.Finding;
import org.postroom.finding.Place;
import org.postroom.finding.Severity;
import org.postroom.safety.Material;
import org.postroom.safety.ReadFile;
import org.postroom.safety.SafetyCheck;

/// A type of file that the large providers refuse, which would bounce every letter.
public final class ForbiddenType implements SafetyCheck {
  private static final String ID = "attachment.forbidden-type";
  private static final Set<String> REFUSED =
      Set.of(
          "ade", "adp", "apk", "appx", "bat", "cab", "chm", "cmd", "com", "cpl", "dll", "dmg",
          "exe", "hta", "img", "ins", "iso", "isp", "jar", "js", "jse", "lib", "lnk", "mde", "msc",
          "msi", "msix", "msp", "mst", "nsh", "pif", "ps1", "scr", "sct", "shb", "sys", "vb", "vbe",
          "vbs", "vhd", "vxd", "wsc", "wsf", "wsh");

  @Override
  public Set<String> ids() {
    return Set.of(ID);
  }

  @Override
  public void inspect(Material material, Consumer<Finding> findings) {
    for (ReadFile file : material.files()) {
      String name = file.fileName();
      String type = type(name);
      if (isRefused(name)) {
        findings.accept(
            Finding.of(ID, Severity.CONFIRM)
                .at(Place.part(file.part()), type)
                .args(name, "." + type)
                .build());
      }
    }
  }

  @Override
  public Optional<LetterReader> letters(Material material) {
    return Optional.of(
        new OwnFileReader(
            ID,
            file -> {
              String name = file.fileName();
              return isRefused(name)
                  ? new OwnFileReader.Told(type(name), "", List.of(name, "." + type(name)))
                  : null;
            }));
  }

  private static boolean isRefused(String name) {
    return name.contains(".") && REFUSED.contains(type(name));
  }

  private static String type(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
