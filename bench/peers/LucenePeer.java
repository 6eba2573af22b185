import java.io.*;
import java.lang.management.ManagementFactory;
import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.core.SimpleAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.queries.function.FunctionScoreQuery;
import org.apache.lucene.search.*;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The same market in Lucene: block-max WAND over skills (as features) and words; the best 500 of it scored again with
 * everything (two phases, approximate); and everything scored for every document that matches (full).
 */
class LucenePeer {
  static final int K = 20;

  record Asked(int skill, int level, boolean required, int other) {}

  public static void main(String[] args) throws Exception {
    Path folder = Paths.get(args[0]), index = folder.resolve("lucene");
    if (!Files.exists(index)) build(folder, index);
    try (IndexReader reader = DirectoryReader.open(new MMapDirectory(index))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      List<String> jobs = Files.readAllLines(folder.resolve("jobs.tsv"));
      jobs = jobs.subList(0, Math.min(jobs.size(), Integer.parseInt(args[1])));
      for (String mode : new String[] {"wand", "two-phase", "full"}) {
        double[] times = new double[jobs.size()];
        for (int i = -Math.min(200, jobs.size()); i < jobs.size(); i++) {
          long start = cpu();
          search(searcher, new Job(jobs.get(i < 0 ? -i - 1 : i)), mode);
          if (i >= 0) times[i] = (cpu() - start) / 1e6;
        }
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "Lucene %s [CPU ms]: p50 %.3f p99 %.3f%n", mode, times[times.length / 2],
            times[times.length * 99 / 100]);
      }
    }
  }

  static void build(Path folder, Path index) throws IOException {
    try (IndexWriter writer = new IndexWriter(new MMapDirectory(index),
            new IndexWriterConfig(new SimpleAnalyzer()).setRAMBufferSizeMB(256));
        BufferedReader lines = Files.newBufferedReader(folder.resolve("freelancers.tsv"))) {
      for (String line; (line = lines.readLine()) != null;) {
        String[] f = line.split("\t");
        Document document = new Document();
        ByteArrayOutputStream skills = new ByteArrayOutputStream();
        for (String claim : f[1].split(" ")) {
          String[] c = claim.split(":");
          int skill = Integer.parseInt(c[0]), level = Integer.parseInt(c[1]), verified = Integer.parseInt(c[2]);
          document.add(new FeatureField("skill", c[0], level * (verified == 1 ? 1f : 0.85f)));
          skills.write(skill >> 8);
          skills.write(skill);
          skills.write(level << 1 | verified);
        }
        document.add(new BinaryDocValuesField("skills", new BytesRef(skills.toByteArray())));
        String[] names = {"rate", "weekly", "start", "trust", "zone"};
        for (int i = 0; i < names.length; i++)
          document.add(new NumericDocValuesField(names[i], Long.parseLong(f[2 + i])));
        document.add(new TextField("text", f[7], Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  static TopDocs search(IndexSearcher searcher, Job job, String mode) throws IOException {
    Query base = job.query();
    if (mode.equals("wand")) return top(searcher, base, K);
    if (mode.equals("full")) return top(searcher, new FunctionScoreQuery(base, new Everything(job)), K);
    ScoreDoc[] found = top(searcher, base, 500).scoreDocs;
    Arrays.sort(found, Comparator.comparingInt(d -> d.doc));
    LeafReaderContext leaf = searcher.getIndexReader().leaves().get(0);
    float[] words = new float[1];
    DoubleValues all = new Everything(job).getValues(leaf, new DoubleValues() {
      @Override public double doubleValue() { return words[0]; }
      @Override public boolean advanceExact(int doc) { return true; }
    });
    for (ScoreDoc d : found) {
      words[0] = d.score;
      all.advanceExact(d.doc);
      d.score = (float) all.doubleValue();
    }
    Arrays.sort(found, (a, b) -> Float.compare(b.score, a.score));
    return new TopDocs(new TotalHits(found.length, TotalHits.Relation.EQUAL_TO), Arrays.copyOf(found, Math.min(K, found.length)));
  }

  // Counting hits beyond the first k is not asked for: only then may blocks be skipped.
  static TopDocs top(IndexSearcher searcher, Query query, int k) throws IOException {
    TopScoreDocCollector best = TopScoreDocCollector.create(k, null, k);
    searcher.search(query, best);
    return best.topDocs();
  }

  static long cpu() { return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime(); }

  static class Job {
    final List<Asked> asked = new ArrayList<>();
    final long min, max, hours, deadline, complexity, zone;
    final String text;

    Job(String line) {
      String[] j = line.split("\t");
      for (String one : j[0].split(" ")) {
        int[] n = Arrays.stream(one.split(":")).mapToInt(Integer::parseInt).toArray();
        asked.add(new Asked(n[0], n[1], n[2] == 1, n[3]));
      }
      min = Long.parseLong(j[1]);
      max = Long.parseLong(j[2]);
      hours = Long.parseLong(j[3]);
      deadline = Long.parseLong(j[4]);
      complexity = Long.parseLong(j[5]);
      zone = Long.parseLong(j[6]);
      text = j[7];
    }

    Query query() {
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      double shares = asked.stream().mapToInt(a -> a.required() ? 3 : 1).sum();
      for (Asked a : asked) {
        float weight = (float) Math.min(60, 50 * (a.required() ? 3 : 1) / shares * 1.3);
        Query one = FeatureField.newSaturationQuery("skill", "" + a.skill(), weight, a.level() * 0.3f);
        if (a.other() >= 0)
          one = new DisjunctionMaxQuery(List.of(one, FeatureField.newSaturationQuery(
              "skill", "" + a.other(), weight * 0.9f, a.level() * 0.3f)), 0);
        all.add(one, BooleanClause.Occur.SHOULD);
      }
      for (String word : new LinkedHashSet<>(Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^a-z]+"))))
        if (!word.isEmpty())
          all.add(new BoostQuery(new TermQuery(new Term("text", word)), 0.3f), BooleanClause.Occur.SHOULD);
      return all.build();
    }
  }

  /** Skills with levels and ceiling, availability, trust, rate and place; words by the query's own score. */
  static class Everything extends DoubleValuesSource {
    final Job job;

    Everything(Job job) { this.job = job; }

    @Override public DoubleValues getValues(LeafReaderContext leaf, DoubleValues words) throws IOException {
      NumericDocValues rate = DocValues.getNumeric(leaf.reader(), "rate"),
          weekly = DocValues.getNumeric(leaf.reader(), "weekly"), start = DocValues.getNumeric(leaf.reader(), "start"),
          trust = DocValues.getNumeric(leaf.reader(), "trust"), zone = DocValues.getNumeric(leaf.reader(), "zone");
      BinaryDocValues skills = DocValues.getBinary(leaf.reader(), "skills");
      return new DoubleValues() {
        @Override public double doubleValue() throws IOException {
          BytesRef own = skills.binaryValue();
          double sum = 0, shares = 0, worst = 0, missing = 0, required = 0;
          for (Asked a : job.asked) {
            double credit = Math.max(credit(own, a.skill(), a.level()), 0.9 * credit(own, a.other(), a.level()));
            double share = a.required() ? 3 : 1;
            sum += share * credit;
            shares += share;
            if (!a.required()) continue;
            double lacks = Math.max(0, (0.6 - credit) / 0.6);
            worst = Math.max(worst, lacks);
            missing += lacks;
            required++;
          }
          double w = weekly.longValue(), days = job.hours / Math.max(1, w / 5), slack = (job.deadline - start.longValue()) * 5 / 7.0;
          double available = w < 0 ? 0.5 : w == 0 ? 0 : slack < days ? 0.8 * Math.max(0, slack) / days
              : Math.min(1, 0.8 + 0.8 * (slack - days) / days);
          double needed = 350 + 100 * job.complexity, t = trust.longValue();
          double standing = t < needed ? 0.8 * t / needed : Math.min(1, 0.8 + 0.002 * (t - needed));
          double r = rate.longValue();
          double price = r < 0 ? 0.5 : r <= job.max ? Math.min(1, 0.7 + 0.3 * (job.max - r) / (job.max - job.min))
              : Math.max(0, 0.7 - 1.4 * (r - job.max) / job.max);
          double apart = Math.abs(job.zone - zone.longValue());
          double place = Math.min(1, Math.max(0, 8 - Math.min(apart, 24 - apart)) / 4);
          double score = 50 * sum / shares + 14 * available + 12 * standing + 13 * price + 3 * place
              + 8 * Math.min(1, words.doubleValue() / 60);
          return Math.min(score, 100 - 30 * worst - 40 * (required == 0 ? 0 : missing / required));
        }

        @Override public boolean advanceExact(int doc) throws IOException {
          return rate.advanceExact(doc) & weekly.advanceExact(doc) & start.advanceExact(doc) & trust.advanceExact(doc)
              & zone.advanceExact(doc) & skills.advanceExact(doc) && words.advanceExact(doc);
        }
      };
    }

    static double credit(BytesRef own, int skill, int asked) {
      for (int i = own.offset; skill >= 0 && i < own.offset + own.length; i += 3) {
        if ((own.bytes[i] & 0xFF) << 8 != (skill & 0xFF00) || (own.bytes[i + 1] & 0xFF) != (skill & 0xFF)) continue;
        int level = own.bytes[i + 2] >> 1, top = Math.min(3, 11 - asked);
        double credit = level < asked ? 0.7 * level / asked : 0.85 + 0.15 * Math.min(level - asked + 1, top) / top;
        return credit * ((own.bytes[i + 2] & 1) == 1 ? 1 : 0.85);
      }
      return 0;
    }

    @Override public boolean needsScores() { return true; }
    @Override public DoubleValuesSource rewrite(IndexSearcher searcher) { return this; }
    @Override public boolean isCacheable(LeafReaderContext leaf) { return false; }
    @Override public int hashCode() { return job.hashCode(); }
    @Override public boolean equals(Object other) { return this == other; }
    @Override public String toString() { return "everything"; }
  }
}
