# Recomputes reader statistics with R and the package psych from the tables in the folder given as argument, and prints one
# "name value" line per number. Where psych's convention differs from ours, the formula is written out here.
suppressPackageStartupMessages(library(psych))
folder <- commandArgs(trailingOnly = TRUE)[1]
table_of <- function(name) as.matrix(read.csv(file.path(folder, name), header = FALSE))
say <- function(name, value) cat(sprintf("%s %.17g\n", name, value), sep = "")
cat("version ", R.version$major, ".", R.version$minor, ", psych ", format(packageVersion("psych")), "\n", sep = "")
z <- qnorm(0.975)

# --- ICC, six forms with limits: psych's own -------------------------------------------------------------------------
ratings <- table_of("measured.csv")
icc <- ICC(ratings, lmer = FALSE)$results
forms <- c("1,1", "2,1", "3,1", "1,k", "2,k", "3,k")
for (row in seq_along(forms)) {
  say(paste0("icc.", forms[row], ".value"), icc[row, "ICC"])
  say(paste0("icc.", forms[row], ".lower"), icc[row, "lower bound"])
  say(paste0("icc.", forms[row], ".upper"), icc[row, "upper bound"])
  say(paste0("icc.", forms[row], ".f"), icc[row, "F"])
}

# --- kappa: values of psych; its unweighted variance, and for all weights the variance by definition ------------------
# psych 2.2.9 gives the weighted coefficient a variance that is not that of Fleiss, Cohen and Everitt 1969. The large-sample
# variance is the delta method on multinomial counts: derivatives by complex step, exact, without their algebra.
grades <- table_of("grades.csv")
size <- 5
pairs <- table(factor(grades[, 1], 1:size), factor(grades[, 2], 1:size))
pairs <- matrix(as.numeric(pairs), size)
apart <- abs(outer(1:size, 1:size, "-")) / (size - 1)
kappa_of <- function(p, w) {
  expected <- sum(w * outer(rowSums(p), colSums(p)))
  (sum(w * p) - expected) / (1 - expected)
}
large_sample_error <- function(p, w, n) {
  slope <- sapply(seq_along(p), function(cell) {
    step <- p + 0i
    step[cell] <- step[cell] + 1e-30i
    Im(kappa_of(step, w)) / 1e-30
  })
  sqrt((sum(p * slope^2) - sum(p * slope)^2) / n)
}
linear <- cohen.kappa(pairs, w = 1 - apart)
quadratic <- cohen.kappa(pairs, w = 1 - apart^2)
say("psych.kappa.none.standardError", sqrt(linear$var.kappa))
values <- c(none = linear$kappa, linear = linear$weighted.kappa, quadratic = quadratic$weighted.kappa)
weightings <- list(none = diag(size), linear = 1 - apart, quadratic = 1 - apart^2)
for (weights in names(values)) {
  value <- values[[weights]]
  error <- large_sample_error(pairs / sum(pairs), weightings[[weights]], sum(pairs))
  say(paste0("kappa.", weights, ".value"), value)
  say(paste0("kappa.", weights, ".standardError"), error)
  say(paste0("kappa.", weights, ".lower"), value - z * error)
  say(paste0("kappa.", weights, ".upper"), value + z * error)
}

# --- Fleiss' kappa, AC1, AC2, alpha with missing ratings: formulas of Gwet 2014 and Krippendorff 2013 ------------------
counts <- t(apply(table_of("missing.csv"), 1, function(row) tabulate(row[!is.na(row)], size)))
rated <- counts[rowSums(counts) > 0, ]
gwet <- function(weights, chance) {
  n <- nrow(rated)
  r <- rowSums(rated)
  several <- r > 1
  agreement <- ifelse(several, rowSums(rated * (rated %*% weights - 1)) / pmax(r * (r - 1), 1), 0)
  observed <- sum(agreement) / sum(several)
  p <- colMeans(rated / r)
  share <- sum(weights) / (size * (size - 1))
  expected <- if (chance == "fleiss") sum(p^2) else share * sum(p * (1 - p))
  part <- if (chance == "fleiss") p else share * (1 - p)
  value <- (observed - expected) / (1 - expected)
  own <- n / sum(several) * (agreement - expected * several) / (1 - expected)
  influence <- own - 2 * (1 - value) * (as.vector(rated %*% part) / r - expected) / (1 - expected)
  error <- sqrt(sum((influence - value)^2) / (n * (n - 1)))
  c(value, error, value - qt(0.975, n - 1) * error, value + qt(0.975, n - 1) * error)
}
results <- list(
  fleiss = gwet(diag(size), "fleiss"), ac1 = gwet(diag(size), "ac1"),
  ac2.linear = gwet(1 - apart, "ac2"), ac2.quadratic = gwet(1 - apart^2, "ac2")
)
for (name in names(results)) {
  parts <- c("value", "standardError", "lower", "upper")
  for (part in 1:4) say(paste(name, parts[part], sep = "."), results[[name]][part])
}
alpha_of <- function(squared) {
  units <- counts[rowSums(counts) > 1, ]
  coincidence <- matrix(0, size, size)
  for (row in seq_len(nrow(units))) {
    u <- units[row, ]
    coincidence <- coincidence + (outer(u, u) - diag(u)) / (sum(u) - 1)
  }
  totals <- colSums(coincidence)
  n <- sum(totals)
  distance <- squared(totals)
  1 - (n - 1) * sum(coincidence * distance) / sum(outer(totals, totals) * distance)
}
steps <- outer(1:size, 1:size, "-")
say("alpha.nominal.value", alpha_of(function(totals) 1 - diag(size)))
say("alpha.interval.value", alpha_of(function(totals) steps^2))
say("alpha.ratio.value", alpha_of(function(totals) (steps / outer(1:size, 1:size, "+"))^2))
say("alpha.ordinal.value", alpha_of(function(totals) {
  sapply(1:size, function(j) sapply(1:size, function(i) (sum(totals[i:j]) - (totals[i] + totals[j]) / 2)^2))
}))

# --- Bland-Altman: t.test and analysis of variance -------------------------------------------------------------------
first <- ratings[, 1]
second <- ratings[, 2]
n <- length(first)
test <- t.test(first, second, paired = TRUE)
deviation <- sd(first - second)
say("bland-altman.bias", test$estimate)
say("bland-altman.bias.lower", test$conf.int[1])
say("bland-altman.bias.upper", test$conf.int[2])
for (side in c(-1, 1)) {
  limit <- test$estimate + side * 1.96 * deviation
  name <- if (side < 0) "bland-altman.lower" else "bland-altman.upper"
  # t.test of readings with the limit as mean and sqrt(3) times their spread: SE sqrt(3/n) SD.
  wide <- t.test(limit + sqrt(3) * (first - second - mean(first - second)))$conf.int
  say(name, limit)
  say(paste0(name, ".lower"), wide[1])
  say(paste0(name, ".upper"), wide[2])
}
repeated <- table_of("repeated.csv")
subject <- factor(repeated[, 1])
difference <- repeated[, 2] - repeated[, 3]
squares <- anova(lm(difference ~ subject))
m <- tabulate(subject)
lambda <- (sum(m) - sum(m^2) / sum(m)) / (length(m) - 1)
total <- squares["subject", "Mean Sq"] / lambda + (1 - 1 / lambda) * squares["Residuals", "Mean Sq"]
say("bland-altman.varies.bias", mean(difference))
say("bland-altman.varies.lower", mean(difference) - 1.96 * sqrt(total))
say("bland-altman.varies.upper", mean(difference) + 1.96 * sqrt(total))
within <- sapply(2:3, function(rater) anova(lm(repeated[, rater] ~ subject))["Residuals", "Mean Sq"])
means <- tapply(difference, subject, mean)
total <- var(as.vector(means)) + (1 - mean(1 / m)) * sum(within)
say("bland-altman.constant.lower", mean(difference) - 1.96 * sqrt(total))
say("bland-altman.constant.upper", mean(difference) + 1.96 * sqrt(total))

# --- within-subject SD, detectable difference, concordance, proportions ----------------------------------------------
long <- data.frame(
  value = as.vector(ratings), subject = factor(as.vector(row(ratings))), rater = factor(as.vector(col(ratings)))
)
oneway <- anova(lm(value ~ subject, long))["Residuals", ]
df <- oneway[["Df"]]
say("within-subject-sd.value", sqrt(oneway[["Mean Sq"]]))
say("within-subject-sd.lower", sqrt(df * oneway[["Mean Sq"]] / qchisq(0.975, df)))
say("within-subject-sd.upper", sqrt(df * oneway[["Mean Sq"]] / qchisq(0.025, df)))
residual <- anova(lm(value ~ subject + rater, long))["Residuals", "Mean Sq"]
say("within-subject-sd.detectable", 1.96 * sqrt(2 * residual))
over_n <- function(x, y) mean((x - mean(x)) * (y - mean(y)))
shift <- mean(first) - mean(second)
value <- 2 * over_n(first, second) / (over_n(first, first) + over_n(second, second) + shift^2)
r <- cor(first, second)
u2 <- shift^2 / sqrt(over_n(first, first) * over_n(second, second))
error <- sqrt((
  (1 - r^2) * value^2 / ((1 - value^2) * r^2) + 2 * value^3 * (1 - value) * u2 / (r * (1 - value^2)^2) -
    value^4 * u2^2 / (2 * r^2 * (1 - value^2)^2)
) / (n - 2))
say("ccc.value", value)
say("ccc.lower", tanh(atanh(value) - z * error))
say("ccc.upper", tanh(atanh(value) + z * error))
same <- sum(grades[, 1] == grades[, 2])
wilson <- prop.test(same, nrow(grades), correct = FALSE)$conf.int
say("percent.value", same / nrow(grades))
say("percent.lower", wilson[1])
say("percent.upper", wilson[2])

# --- quantiles -------------------------------------------------------------------------------------------------------
asked <- read.csv(file.path(folder, "quantiles.csv"), header = FALSE)
for (row in seq_len(nrow(asked))) {
  one <- asked[row, ]
  say(paste("quantile", row, sep = "."), switch(one$V1,
    f = qf(one$V2, one$V3, one$V4), beta = qbeta(one$V2, one$V3, one$V4),
    t = qt(one$V2, one$V3), chisq = qchisq(one$V2, one$V3), normal = qnorm(one$V2)
  ))
}
