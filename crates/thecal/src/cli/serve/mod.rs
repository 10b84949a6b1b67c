//! `thecal serve`, `thecal demo`, and `thecal` alone, which is both side by side.

mod application;
pub mod demonstration;
mod place;
#[cfg(feature = "mail")]
pub mod post;

use super::{CliError, Exit, text};
use application::{Application, Kind};
pub(super) use place::Database;
use std::io::IsTerminal;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use tokio::sync::watch;

/// Where the clinic is reached if nobody says otherwise.
const LISTEN: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 8370);

/// Serve the clinic in the browser
///
/// Everything is in one database file, with its keys beside it. A first start is empty: a code is printed that opens the
/// set-up page. It listens on this machine only, unless --listen says otherwise.
#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    served: Served,
    /// Database file, or sqlite:FILE [default: clinic.db in the data folder]
    #[arg(long, value_name = "FILE", env = "THECAL_DATABASE")]
    database: Option<String>,
}

/// Serve a demonstration with invented patients
///
/// It has a file of its own, says on every page that everything in it is invented, and never mixes with a clinic's.
#[derive(clap::Args)]
pub struct DemoArgs {
    #[command(flatten)]
    served: Served,
    /// Database file of the demonstration [default: demonstration.db in the data folder]
    #[arg(long, value_name = "FILE", env = "THECAL_DEMONSTRATION")]
    database: Option<String>,
}

#[derive(clap::Args)]
struct Served {
    /// Address and port to listen on [default: 127.0.0.1:8370, demonstration 127.0.0.1:8371]
    #[arg(long, value_name = "ADDRESS", env = "THECAL_LISTEN")]
    listen: Option<SocketAddr>,
    /// Folder for databases [default: thecal in XDG_DATA_HOME or ~/.local/share]
    #[arg(long, value_name = "FOLDER", env = "THECAL_DATA")]
    data: Option<PathBuf>,
    /// Browsers come over https, through a proxy that passes Host, Origin and X-Forwarded-For
    #[arg(long, env = "THECAL_BEHIND_HTTPS_PROXY")]
    behind_https_proxy: bool,
}

/// `thecal serve`.
///
/// # Errors
/// What cannot be opened or listened on.
pub fn run(args: Args) -> Result<Exit, CliError> {
    let database = Database::find(args.database.as_deref(), args.served.data.as_deref(), "clinic.db")?;
    serve(args.served.listen.unwrap_or(LISTEN), args.served.behind_https_proxy, Some(database), None)
}

/// `thecal demo`.
///
/// # Errors
/// What cannot be opened or listened on.
pub fn demo(args: DemoArgs) -> Result<Exit, CliError> {
    let database = Database::find(args.database.as_deref(), args.served.data.as_deref(), "demonstration.db")?;
    let listen = args.served.listen.unwrap_or(next(LISTEN));
    serve(listen, args.served.behind_https_proxy, None, Some(database))
}

/// `thecal` alone: the clinic, and the demonstration beside it.
///
/// # Errors
/// What cannot be opened or listened on.
pub fn both() -> Result<Exit, CliError> {
    let named = |variable: &str| std::env::var(variable).ok().filter(|value| !value.is_empty());
    let data = named("THECAL_DATA").map(PathBuf::from);
    let listen = match named("THECAL_LISTEN") {
        Some(address) => address.parse().map_err(|_| CliError::Option {
            option: "THECAL_LISTEN".to_owned(),
            problem: "is an address and a port, such as 127.0.0.1:8370".to_owned(),
        })?,
        None => LISTEN,
    };
    let clinic = Database::find(named("THECAL_DATABASE").as_deref(), data.as_deref(), "clinic.db")?;
    let demonstration =
        Database::find(named("THECAL_DEMONSTRATION").as_deref(), data.as_deref(), "demonstration.db")?;
    serve(listen, named("THECAL_BEHIND_HTTPS_PROXY").is_some(), Some(clinic), Some(demonstration))
}

/// The same address, one port further.
const fn next(address: SocketAddr) -> SocketAddr {
    SocketAddr::new(address.ip(), address.port().saturating_add(1))
}

/// Opens, says where everything is, and serves until it is told to stop.
fn serve(
    listen: SocketAddr,
    https: bool,
    clinic: Option<Database>,
    demonstration: Option<Database>,
) -> Result<Exit, CliError> {
    listen_to_events();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| CliError::Serve(error.to_string()))?;
    runtime.block_on(async {
        let folder = clinic.as_ref().or(demonstration.as_ref()).map(Database::folder).unwrap_or_default();
        text::print(&format!("thecal {}, data in {folder}\n", env!("CARGO_PKG_VERSION")))?;
        let demonstration = match demonstration {
            Some(database) => {
                let at = if clinic.is_some() { next(listen) } else { listen };
                Some(Application::open(database, at, https, Kind::Demonstration).await?)
            }
            None => None,
        };
        let clinic = match clinic {
            Some(database) => {
                let address = demonstration.as_ref().map(Application::address);
                Some(
                    Application::open(database, listen, https, Kind::Clinic { demonstration: address })
                        .await?,
                )
            }
            None => None,
        };
        text::print(&said([clinic.as_ref(), demonstration.as_ref()]))?;
        let (stop, stopped) = watch::channel(false);
        let waiting = tokio::spawn(async move {
            application::told_to_stop().await;
            text::tell("stopping: what is on its way is finished first");
            // Whoever has stopped already needs no telling.
            stop.send(true).ok();
        });
        let serving = [clinic, demonstration].into_iter().flatten().map(|it| it.serve(stopped.clone()));
        let mut tasks = tokio::task::JoinSet::new();
        for serving in serving {
            tasks.spawn(serving);
        }
        while let Some(ended) = tasks.join_next().await {
            ended.map_err(|error| CliError::Serve(error.to_string()))??;
        }
        waiting.abort();
        Ok(Exit::Clean)
    })
}

fn said(applications: [Option<&Application>; 2]) -> String {
    let rows: Vec<_> = applications.into_iter().flatten().flat_map(Application::said).collect();
    format!("{}Ctrl-C stops. Other commands: thecal --help\n", text::lines(&rows))
}

/// Warnings and worse go to standard error; `THECAL_LOG` asks for more.
fn listen_to_events() {
    let filter = std::env::var("THECAL_LOG").unwrap_or_else(|_| "warn".to_owned());
    let filter = tracing_subscriber::EnvFilter::new(filter);
    // A second subscriber, as in a test, changes nothing.
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    subscriber.with_ansi(std::io::stderr().is_terminal()).try_init().ok();
}
