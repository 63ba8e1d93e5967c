import Testing

@testable import Learners

@Suite struct `A seeded generator` {
  @Test func `is xoshiro256**`() {
    // The first outputs for the state 1, 2, 3, 4, as the tests of Rust's rand_xoshiro list them.
    var generator = SeededGenerator(state: (1, 2, 3, 4))
    let expected: [UInt64] = [
      11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360,
      607_988_272_756_665_600, 16_172_922_978_634_559_625, 8_476_171_486_693_032_832,
      10_595_114_339_597_558_777, 2_904_607_092_377_533_576,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test func `spreads its seed with SplitMix64`() {
    // The first outputs for the seed 1234567, as Rosetta Code lists them.
    var mixer = SplitMix64(state: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in mixer.next() } == expected)
  }

  @Test func `gives every number below a bound equally often`() {
    var generator = SeededGenerator(seed: 6)
    var counts = Array(repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[generator.number(below: 7)] += 1 }
    // Five standard deviations of a binomial count: sqrt(70,000 * 1/7 * 6/7) is 93.
    #expect(counts.allSatisfy { abs($0 - 10_000) < 465 })
  }

  @Test func `shuffles into every order equally often`() {
    var generator = SeededGenerator(seed: 7)
    var counts: [[Int]: Int] = [:]
    for _ in 0..<24_000 {
      var order = [0, 1, 2, 3]
      generator.shuffle(&order)
      counts[order, default: 0] += 1
    }
    // Five standard deviations of a binomial count: sqrt(24,000 * 1/24 * 23/24) is 31.
    #expect(counts.count == 24)
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 155 })
  }

  @Test func `leaves an empty list and a single element alone`() {
    var generator = SeededGenerator(seed: 8)
    var none: [Int] = []
    var one = [1]
    generator.shuffle(&none)
    generator.shuffle(&one)
    #expect(none.isEmpty)
    #expect(one == [1])
    #expect(generator == SeededGenerator(seed: 8))
  }
}
