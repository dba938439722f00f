package io.joblens.agent.door;

import io.joblens.agent.config.YamlPart;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** {@code basic_auth_users}: names to bcrypt hashes. */
final class Users {
    private static final Pattern HASH = Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-6])\\$[./A-Za-z0-9]{53}");

    private Users() {}

    static Map<String, String> of(YamlPart part, Complaints complaints) {
        Map<String, String> users = new TreeMap<String, String>();
        Section section = Section.of(part, "basic_auth_users", complaints);
        for (Map.Entry<String, YamlPart> user : section.values().entrySet()) {
            YamlPart hash = user.getValue();
            if (user.getKey().isEmpty() || user.getKey().indexOf(':') >= 0) {
                complaints.add(hash, "the name of a user is empty or has a colon; it takes one that browsers can send");
            } else if (!hash.isText() || !HASH.matcher(hash.text()).matches()) {
                // What stands there may be a password.
                complaints.add(
                        hash, "this is no hash by bcrypt of cost 4 to 16; it takes what `htpasswd -nBC 10` prints");
            } else {
                users.put(user.getKey(), hash.text());
            }
        }
        return users;
    }
}
