# Five people in R, written to the folder that is named: `Rscript export.R FOLDER`.
folder <- commandArgs(trailingOnly = TRUE)[1]

people <- data.frame(
  id = c("p1", "p2", "p3", "p4", "p5"),
  note = c("asked twice, by phone", "from Zürich", "said \"maybe\"", NA, NA),
  age_band = c("65_or_older", "50_to_64", "18_to_49", "18_to_49", NA),
  smoking = c("past", "never", "current", "never", NA),
  clot_history = c("yes", "not_sure", "no", "no", NA),
  heart_history__heart_attack = c("yes", "no", "no", "no", "no"),
  heart_history__stroke = c("no", "not_sure", NA, "no", "no"),
  symptoms_now__clot_leg = c("no", "no", "no", "no", "yes")
)

# As it comes: a first column without a name, and NA where there is no answer.
write.csv(people, file.path(folder, "r.csv"))
# The same with semicolons.
write.csv2(people, file.path(folder, "r_semicolon.csv"))
# As it is wanted.
write.csv(people, file.path(folder, "r_plain.csv"), row.names = FALSE, na = "")
