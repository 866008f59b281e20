import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.PluginsLoader;

/**
 * Starts an Elasticsearch node without the official bootstrap, where root gets no user namespace: same server code,
 * modules and native libraries, but no entitlements (the JVM sandbox), no bootstrap checks and no refusal to run as root.
 * Arguments: folder with modules/ and lib/, configuration folder. Ends on SIGTERM.
 */
class Launcher {
    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        Path config = Path.of(args[1]);
        LogConfigurator.registerErrorListener();
        LogConfigurator.configureESLogging();
        Settings base = Settings.builder().put(Environment.PATH_HOME_SETTING.getKey(), home.toString()).build();
        Environment env = InternalSettingsPreparer.prepareEnvironment(base, Map.of(), config, () -> "faultline");
        LogConfigurator.setNodeName(Node.NODE_NAME_SETTING.get(env.settings()));
        LogConfigurator.configure(env, true);

        PluginsLoader plugins = PluginsLoader.createPluginsLoader(
            PluginsLoader.loadModulesBundles(env.modulesDir(), false),
            PluginsLoader.loadPluginsBundles(env.pluginsDir(), false),
            Map.of()
        );
        Node node = new Node(env, plugins);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                node.prepareForClose();
                node.close();
                node.awaitClose(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                e.printStackTrace();
            }
        }));
        node.start();
        Thread.currentThread().join();
    }
}
