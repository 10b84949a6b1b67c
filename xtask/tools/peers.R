# The cases of `cargo xtask peers` by R: reads FOLDER/cases.csv and the data it names, prints a line of JSON for each.

suppressPackageStartupMessages({
  library(survival)
  library(cmprsk)
  library(coin)
  library(exactRankTests)
})
options(warn = -1)

LEAST <- 5
BUDGET <- 1
LONG_ENOUGH <- 0.002
TIMES <- c(365, 730, 1826, 3652, 5479)

signed_rank_plain <- function(data) {
  found <- wilcox.test(data$change, exact = TRUE)
  list(p = found$p.value, w = smaller(found$statistic, length(data$change)))
}

signed_rank_ties <- function(data) {
  found <- wilcox.exact(data$change, exact = TRUE)
  list(p = found$p.value, w = smaller(found$statistic, length(data$change)))
}

signed_rank_coin <- function(data) {
  zero <- rep(0, length(data$change))
  found <- wilcoxsign_test(data$change ~ zero, distribution = "exact", zero.method = "Wilcoxon")
  list(p = pvalue(found)[1])
}

smaller <- function(above, n) min(above, n * (n + 1) / 2 - above)

groups <- function(data) split(data$value, data$group)

mann_whitney_plain <- function(data) {
  values <- groups(data)
  found <- wilcox.test(values[[1]], values[[2]], exact = TRUE)
  list(p = found$p.value, u = found$statistic)
}

mann_whitney_ties <- function(data) {
  values <- groups(data)
  found <- wilcox.exact(values[[1]], values[[2]], exact = TRUE)
  list(p = found$p.value, u = found$statistic)
}

mann_whitney_coin <- function(data) {
  found <- wilcox_test(value ~ factor(group), data = data, distribution = "exact")
  list(p = pvalue(found)[1])
}

kaplan_meier <- function(data) {
  curve <- survfit(Surv(time, event) ~ 1, data = data)
  setNames(as.list(summary(curve, times = TIMES)$surv), paste0("s", TIMES))
}

log_rank <- function(data) {
  chi_square <- survdiff(Surv(time, event) ~ group, data = data)$chisq
  list(`chi-square` = chi_square, p = pchisq(chi_square, 1, lower.tail = FALSE))
}

incidence <- function(data) {
  found <- timepoints(cuminc(data$time, data$cause, cencode = 0), TIMES)
  values <- list()
  for (cause in 1:2) for (at in seq_along(TIMES)) {
    values[[sprintf("i%d-%d", cause, TIMES[at])]] <- found$est[cause, at]
    values[[sprintf("v%d-%d", cause, TIMES[at])]] <- found$var[cause, at]
  }
  values
}

friedman <- function(data) {
  found <- friedman.test(as.matrix(data))
  list(`chi-square` = found$statistic, p = found$p.value)
}

# What R has for a case: names and functions.
ways <- function(kind, ties) {
  switch(kind,
    "signed-rank" = c(
      if (ties) list("exactRankTests" = signed_rank_ties) else list("wilcox.test" = signed_rank_plain),
      list("coin" = signed_rank_coin)
    ),
    "mann-whitney" = c(
      if (ties) list("exactRankTests" = mann_whitney_ties) else list("wilcox.test" = mann_whitney_plain),
      list("coin" = mann_whitney_coin)
    ),
    "kaplan-meier" = list("survfit" = kaplan_meier),
    "log-rank" = list("survdiff" = log_rank),
    "incidence" = list("cuminc" = incidence),
    "friedman" = list("friedman.test" = friedman)
  )
}

now <- function() as.numeric(Sys.time())

# The median of several timings, in seconds for one run, after a few that do not count: R compiles a function at its third run.
timed <- function(run) {
  start <- now()
  run()
  once <- now() - start
  if (once < 1) {
    run()
    run()
    start <- now()
    run()
    once <- now() - start
  }
  runs <- max(1, floor(LONG_ENOUGH / max(once, 1e-6)))
  timings <- c()
  begun <- now()
  while (length(timings) < LEAST || now() - begun < BUDGET) {
    start <- now()
    for (place in seq_len(runs)) run()
    timings <- c(timings, (now() - start) / runs)
  }
  c(median(timings), length(timings))
}

number <- function(value) if (is.finite(value)) sprintf("%.17g", value) else "null"

folder <- commandArgs(trailingOnly = TRUE)[1]
version_of <- function(package) paste(package, packageVersion(package))
packages <- c("survival", "cmprsk", "coin", "exactRankTests")
cat(sprintf('{"program":"R %s, %s"}\n', getRversion(), paste(sapply(packages, version_of), collapse = ", ")))
cases <- read.csv(file.path(folder, "cases.csv"))
for (place in seq_len(nrow(cases))) {
  case <- cases[place, ]
  data <- read.csv(file.path(folder, case$file))
  found <- ways(case$kind, case$ties == "yes")
  for (by in names(found)) {
    run <- function() found[[by]](data)
    # What a package refuses is said.
    values <- tryCatch(run(), error = function(error) conditionMessage(error))
    if (is.character(values)) {
      cat(sprintf('{"case":"%s","by":"%s","refused":"%s"}\n', case$case, by, gsub('["\\\\\n]', " ", values)))
      next
    }
    seconds <- timed(run)
    fields <- paste0('"', names(values), '":', sapply(values, number), collapse = ",")
    cat(sprintf(
      '{"case":"%s","by":"%s","seconds":%.9g,"timings":%d,"values":{%s}}\n',
      case$case, by, seconds[1], as.integer(seconds[2]), fields
    ))
  }
}
