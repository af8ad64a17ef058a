package io.tukar.database;

/** What {@code postgresql.conf} says: durable, on the loopback address alone, modest in memory. */
final class PostgresSettings {

  private PostgresSettings() {}

  /** The whole file. The shop's own lines go into {@code local.conf} beside the data. */
  static String on(int port) {
    return """
    # Written anew at every start; put your own settings into ../local.conf
    listen_addresses = '127.0.0.1'
    port = %d
    unix_socket_directories = ''
    max_connections = 60

    fsync = on
    synchronous_commit = on
    full_page_writes = on

    shared_buffers = 128MB
    work_mem = 8MB
    maintenance_work_mem = 64MB
    effective_cache_size = 512MB
    max_wal_size = 1GB
    checkpoint_completion_target = 0.9
    random_page_cost = 1.1
    jit = off

    timezone = 'UTC'
    log_timezone = 'UTC'
    datestyle = 'iso, ymd'
    lc_messages = 'C'

    # Rows hold personal data: the log must not repeat them.
    log_error_verbosity = terse
    log_min_error_statement = panic
    log_parameter_max_length_on_error = 0
    log_line_prefix = '%%m [%%p] '

    include_if_exists '../local.conf'
    """
        .formatted(port);
  }
}
