package io.tukar.cli;

import io.tukar.Tukar;
import io.tukar.database.DataFolder;
import io.tukar.database.FolderLock;
import io.tukar.database.StartFailure;
import io.tukar.demo.DemoStart;
import io.tukar.staff.SetupLink;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tukar serve}: starts everything, prints the address, runs until it is told to stop. */
@Command(name = "serve", description = "Starts the exchange desk and its database.")
final class ServeCommand implements Callable<Integer> {

  /** The Spring profile of timers and other work that only the server does. */
  static final String PROFILE = "serve";

  /** Where customers reach the shop, for the links in messages; else the address served. */
  private static final String PUBLIC_URL = "TUKAR_PUBLIC_URL";

  private static final int PORT_MAX = 65_535;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
  private int port = 8080;

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      description = "The address to listen on, 0.0.0.0 for all (default: ${DEFAULT-VALUE}).")
  private String bind = "127.0.0.1";

  @Option(names = "--demo", description = "Fills a fresh shop with products, orders and cases.")
  private boolean demo;

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() throws InterruptedException {
    InetSocketAddress address = checkedAddress();
    String url = url(address);
    DataFolder folder = DataFolder.open(data.path());
    Stopping stopping = new Stopping();
    try {
      stopping.afterwards(FolderLock.ofServer(folder)::close);
      Premises premises = Premises.open(folder);
      stopping.afterwards(premises::close);
      SpringApplication program =
          premises.program(
              Tukar.class,
              Map.of(
                  "server.address", address.getAddress().getHostAddress(),
                  "server.port", address.getPort(),
                  "tukar.public-url", System.getenv().getOrDefault(PUBLIC_URL, url),
                  "tukar.demo", demo));
      program.setAdditionalProfiles(PROFILE);
      ConfigurableApplicationContext running = program.run();
      stopping.afterwards(running::close);
      PrintWriter out = spec.commandLine().getOut();
      out.println("Tukar is ready at " + url);
      if (demo) {
        out.println("Sign-ins: " + folder.path().resolve(DemoStart.CREDENTIALS));
      } else {
        offerSetup(running).ifPresent(out::println);
      }
      out.flush();
      new CountDownLatch(1).await();
      return 0;
    } finally {
      stopping.now();
    }
  }

  private static Optional<String> offerSetup(ConfigurableApplicationContext running) {
    String base = running.getEnvironment().getRequiredProperty("tukar.public-url");
    Instant now = running.getBean(Clock.class).instant();
    return running
        .getBean(SetupLink.class)
        .offer(now)
        .map(
            secret ->
                "Nobody can sign in yet. Make the first account within 24 hours at "
                    + base.replaceAll("/+$", "")
                    + "/setup?token="
                    + secret);
  }

  private InetSocketAddress checkedAddress() {
    if (port < 0 || port > PORT_MAX) {
      throw new ParameterException(
          spec.commandLine(), "--port must be between 0 and " + PORT_MAX + ", not " + port);
    }
    InetAddress[] addresses;
    try {
      addresses = InetAddress.getAllByName(bind);
    } catch (UnknownHostException e) {
      throw new ParameterException(spec.commandLine(), "--bind: unknown address " + bind, e);
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(addresses[0], port));
      return new InetSocketAddress(addresses[0], socket.getLocalPort());
    } catch (IOException e) {
      throw new StartFailure(
          "cannot listen on %s port %d: %s".formatted(bind, port, e.getMessage()), e);
    }
  }

  private static String url(InetSocketAddress listening) {
    InetAddress address = listening.getAddress();
    String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + listening.getPort();
  }
}
